using System.Globalization;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Frameworks;

/// <summary>How what a framework holds is told.</summary>
internal static class CrosswalkWords
{
    private static readonly IReadOnlyList<(string Word, HoldingState State, string Tag)> States =
    [
        ("tenues", HoldingState.Held, "done"), ("calculables", HoldingState.Derivable, "validated"), ("partielles", HoldingState.Partial, "doing"), ("absentes", HoldingState.Missing, "todo"),
    ];

    /// <summary>The state that an address asks for; null when it is none.</summary>
    public static HoldingState? StateOf(string? word) => States.Where(s => s.Word == word).Select(s => (HoldingState?)s.State).FirstOrDefault();

    public static string WordOf(HoldingState state) => States.First(s => s.State == state).Word;

    public static string TagOf(HoldingState state) => States.First(s => s.State == state).Tag;

    /// <summary>The states to filter by, each with its count.</summary>
    public static IReadOnlyList<Kit.Option> Options(CrosswalkCoverage coverage) =>
        [.. States.Where(s => coverage.Count(s.State) > 0).Select(s => new Kit.Option(s.Word, T["frameworks.crosswalk.option", T[$"frameworks.crosswalk.state.{s.State}"], Show.Number(coverage.Count(s.State))]))];

    /// <summary>How much is held, in a sentence.</summary>
    public static string Counts(CrosswalkCoverage coverage)
    {
        var parts = new List<string> { T.Plural("frameworks.crosswalk.count.held", coverage.Count(HoldingState.Held), Show.Number(coverage.Values.Count)) };
        parts.AddRange(from state in new[] { HoldingState.Derivable, HoldingState.Partial, HoldingState.Missing }
            let count = coverage.Count(state)
            where count > 0
            select T.Plural($"frameworks.crosswalk.count.{state}", count));
        return T["frameworks.crosswalk.counts", string.Join(", ", parts)];
    }

    /// <summary>When it was published, as precisely as its file says.</summary>
    public static string DateOf(Crosswalk crosswalk) =>
        DateOnly.TryParseExact(crosswalk.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Show.Day(day)
        : DateOnly.TryParseExact(crosswalk.Date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : crosswalk.Date;

    /// <summary>What a place is called.</summary>
    public static string Of(Framework framework, Holder holder) => holder switch
    {
        Holder.OfIndicator { Code: var code, Output: var name } when framework.FindIndicator(code) is { } indicator =>
            name is null || name == indicator.Main.Name
                ? indicator.Title
                : T["frameworks.crosswalk.output", indicator.Title, indicator.Outputs.First(o => o.Name == name).Label],
        Holder.OfVariable { Code: var code, Cell: var cell } when framework.FindVariable(code) is { } variable =>
            cell.IsTotal ? variable.Label : T["frameworks.crosswalk.output", variable.Label, string.Join(", ", cell.Parts().Select(p => LabelOf(variable, p)))],
        Holder.OfTopic { Code: var code } => T["frameworks.crosswalk.analysis", code, framework.Topics.First(t => t.Code == code).Title],
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };

    /// <summary>Where a place is read; null for what is asked of every body whatever the indicators, which has no page of its own.</summary>
    public static string? UrlOf(FrameworkView view, Holder holder) => holder switch
    {
        Holder.OfIndicator { Code: var code } => FrameworkUrls.Indicator(view, view.Framework.FindIndicator(code)!),
        Holder.OfVariable { Code: var code } when !view.Framework.Context.Contains(code) =>
            view.Framework.Indicators.FirstOrDefault(i => i.Uses.Any(u => u.Variable == code)) is { } indicator ? FrameworkUrls.Indicator(view, indicator) : null,
        Holder.OfTopic { Code: var code } => FrameworkUrls.Sheet(view, code),
        _ => null,
    };

    private static string LabelOf(Variable variable, (string Dimension, string Cell) part) =>
        variable.Breakdowns.First(b => b.Code == part.Dimension).Cells.First(c => c.Code == part.Cell).Label;
}
