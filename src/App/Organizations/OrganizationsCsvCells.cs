using System.Collections.Frozen;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>How kinds, dates and texts are written in a cell.</summary>
internal static class OrganizationsCsvCells
{
    private const string Dangerous = "=+-@\t\r";

    public static readonly FrozenDictionary<string, OrganizationKind> Kinds = new Dictionary<string, OrganizationKind>
    {
        ["federation"] = OrganizationKind.Federation,
        ["national_fund"] = OrganizationKind.NationalFund,
        ["local"] = OrganizationKind.Local,
    }.ToFrozenDictionary();

    public static string Of(OrganizationKind kind) => Kinds.Single(k => k.Value == kind).Key;

    public static string Of(DateOnly? date) => date is { } day ? IsoDay.Of(day) : "";

    public static bool TryDate(string cell, out DateOnly? date)
    {
        date = IsoDay.Read(cell);
        return date is not null || cell.Length == 0;
    }

    /// <summary>The text with an apostrophe before it when a spreadsheet would take it for a formula.</summary>
    public static string Guarded(string text) => LooksLikeFormula(text.TrimStart('\'')) ? $"'{text}" : text;

    /// <summary>The text without the apostrophe that <see cref="Guarded"/> put before it.</summary>
    public static string Unguarded(string cell) => cell.StartsWith('\'') && LooksLikeFormula(cell.TrimStart('\'')) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string text) => text.Length > 0 && Dangerous.Contains(text[0]);
}
