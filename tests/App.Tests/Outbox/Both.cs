using Responsables.App.Database;
using Responsables.App.Outbox;

namespace Responsables.App.Tests.Outbox;

/// <summary>An act of a test that writes messages.</summary>
internal sealed record Both(AppDb Db, Writing Writing, OutboxWriter Outbox);
