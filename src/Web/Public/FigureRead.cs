using Responsables.App.Publications;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Public;

/// <summary>A figure as everybody reads it: what it is, since when it changed, how many bodies it rests upon.</summary>
public sealed record FigureRead(PublicEdition Edition, NodeKey Node, EditionIndicator Indicator)
{
    public EditionFigure? Figure { get; } = Edition.Figure(Node, Indicator.Code);

    public string Unit => Indicator.Main.Unit;

    public string ShortUnit => FigureWords.ShortUnit(Unit);

    public int Decimals => FigureWords.Decimals(Unit, Figure?.Value);

    /// <summary>The year before, where it may be compared. A sum is not: it would measure how many bodies answered.</summary>
    public EditionPoint? Before => Indicator.Main.IsSum ? null
        : Edition.History(Node, Indicator.Code)?.Points.FirstOrDefault(p => p.Year == Edition.Year - 1 && p is { Value: not null, IsComparable: true });

    public EditionTarget? Target => Edition.Targets(Node, Indicator.Code).OrderBy(t => t.Year).LastOrDefault();

    /// <summary>The value with its unit, or why there is none.</summary>
    public string Written => Figure is { Value: { } value } ? FigureWords.WithUnit(value, ShortUnit) : Reason;

    public string Reason => T[$"public.reason.{Figure?.Reason ?? Domain.Consolidation.NoValue.NotAsked}"];

    public VariationText? Change => Figure?.Value is { } now && Before?.Value is { } before
        ? VariationText.Of(now, before, FigureWords.Wanted(Indicator.Direction), FigureWords.IsShare(Unit)) : null;

    /// <summary>The finding: the value and how it changed, in one sentence.</summary>
    public string Finding => Figure?.Value is not { } now ? T["public.finding.none", Edition.Year, Reason]
        : Before?.Value is not { } before ? T["public.finding.value", Edition.Year, Written]
        : T[now == before || Amount(now, before) is null ? "public.finding.same" : now > before ? "public.finding.up" : "public.finding.down", Edition.Year, Written, Amount(now, before), Edition.Year - 1];

    /// <summary>The change, whether it is the wanted one, and the coverage.</summary>
    public string Sentence => Trend is { } trend ? $"{trend} {Coverage}" : Coverage;

    public string Coverage => Figure is { } figure ? T.Plural("public.coverage", Due, Show.Number(figure.Answered)) : T["public.coverage.zero"];

    public int Due => Figure is { } figure ? figure.Expected - figure.NotApplicable : 0;

    private string? Trend => Figure?.Value is not { } now || Before?.Value is not { } before ? null
        : Amount(now, before) is not { } amount ? T["public.trend.same", Edition.Year - 1]
        : T[(now > before, Indicator.Direction) switch
        {
            (true, Direction.Up) => "public.trend.up.good",
            (true, Direction.Down) => "public.trend.up.bad",
            (true, _) => "public.trend.up",
            (false, Direction.Down) => "public.trend.down.good",
            (false, Direction.Up) => "public.trend.down.bad",
            _ => "public.trend.down",
        }, amount, Edition.Year - 1];

    /// <summary>By how much, in points for a percentage; null when it is too little to be written.</summary>
    private string? Amount(decimal now, decimal before)
    {
        if (FigureWords.IsShare(Unit))
        {
            var points = decimal.Round(Math.Abs(now - before), 1, MidpointRounding.AwayFromZero);
            return points == 0 ? null : T.Plural("public.points", points, Show.Number(points, 1));
        }

        var share = before == 0 ? 0 : decimal.Round(Math.Abs((now - before) / before), 3, MidpointRounding.AwayFromZero);
        return share == 0 ? null : Show.Percent(share);
    }
}
