using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Outbox;

/// <summary>A link that has to leave.</summary>
/// <param name="Path">Where it leads, without its secret: <c>/invitation/</c>.</param>
/// <param name="Arguments">What the text quotes.</param>
public sealed record LinkToSend(string Code, string Email, string Path, string Token, OrganizationCode? Organization, params string[] Arguments);

/// <summary>
/// Writes messages in the transaction of the act that they tell: if the act is not kept, nothing leaves. Without a mail server nothing is
/// written, so that one set later does not send what is long past.
/// </summary>
public sealed class OutboxWriter(AppDb db, MailSettings settings, IEnumerable<ILinkSecrets> secrets)
{
    /// <summary>Whether messages leave at all.</summary>
    public bool IsSending => settings.IsSet;

    /// <summary>Whether links leave by e-mail; else they are shown once to whoever makes them.</summary>
    public bool SendsLinks => settings.IsSet && secrets.Any();

    /// <summary>Tells those whom it concerns, but for whoever did it and those who do not want to know.</summary>
    public Task TellAsync(Actor actor, Happening happening, DateTimeOffset now, CancellationToken cancel) => TellAsync(actor, [happening], now, cancel);

    /// <summary>The same of several dossiers: the number of statements does not grow with them.</summary>
    public async Task TellAsync(Actor actor, IReadOnlyList<Happening> happenings, DateTimeOffset now, CancellationToken cancel)
    {
        if (!IsSending || happenings.Count == 0)
        {
            return;
        }

        MustBeInAct();
        var concerned = await Concerned.OfAsync(db, [.. happenings.Select(AroundOf)], [.. happenings.SelectMany(h => h.Also)], now, cancel);
        foreach (var happening in happenings)
        {
            var people = concerned.Of(AroundOf(happening), happening.To, happening.Also).Where(p => p.Account != actor.Id && p.Choice.Wants(happening.Kind));
            db.Outbox.AddRange(people.Select(p => RowOf(actor, happening, p, now)));
        }
    }

    /// <summary>Sends a link by e-mail; false when it has to be shown instead.</summary>
    public bool AddLink(Actor actor, LinkToSend link, DateTimeOffset now)
    {
        if (!SendsLinks)
        {
            return false;
        }

        db.Outbox.Add(new OutboxMessage
        {
            Kind = MessageKind.Security, Code = link.Code, Payload = Written(new MessagePayload(link.Arguments, [])), Path = link.Path, Secret = secrets.First().Hide(link.Token),
            Email = link.Email, Bodies = link.Organization is { } body ? [new OutboxBody { Organization = body }] : [], By = actor.Name, ById = IdOf(actor), At = now, DueAt = now,
        });
        return true;
    }

    /// <summary>Tells an address something about its account, whatever its person chose.</summary>
    public void Warn(Actor actor, string code, string email, DateTimeOffset now, params string[] arguments)
    {
        if (IsSending)
        {
            db.Outbox.Add(new OutboxMessage
            {
                Kind = MessageKind.Security, Code = code, Payload = Written(new MessagePayload(arguments, [])), Email = email, By = actor.Name, ById = IdOf(actor), At = now, DueAt = now,
            });
        }
    }

    /// <summary>What is kept of what a message quotes.</summary>
    public static string Written(MessagePayload payload) => JsonSerializer.Serialize(payload);

    private void MustBeInAct()
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A message is written in the transaction of the act.");
        }
    }

    private static Around AroundOf(Happening happening) => new(happening.Body.Code, happening.Body.Reviewer);

    private static Guid? IdOf(Actor actor) => actor.IsCommand ? null : actor.Id;

    private static OutboxMessage RowOf(Actor actor, Happening happening, Recipient person, DateTimeOffset now) => new()
    {
        Kind = happening.Kind, Code = happening.Code, Payload = Written(new MessagePayload(happening.Arguments, happening.Lines)), Path = happening.Path,
        AccountId = person.Account, Email = person.Email, Bodies = [new OutboxBody { Organization = happening.Body.Code }], By = actor.Name, ById = IdOf(actor), At = now,
        DueAt = MessageDay.DueFor(person.Choice, now),
    };
}
