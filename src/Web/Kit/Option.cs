namespace Responsables.Web.Kit;

/// <summary>A choice offered by <c>Choice</c> or <c>Select</c>.</summary>
public sealed record Option(string Value, string Text, string? Group = null);
