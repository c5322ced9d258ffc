using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Consolidation;

/// <summary>How figures are written: decimals by unit, coverage, reasons.</summary>
internal static class FigureWords
{
    private const int MostDecimals = 2;

    /// <summary>From here on, decimals say nothing at a glance.</summary>
    private const decimal Large = 1000;

    /// <summary>Percentages have one decimal; whole numbers and large ones none; others two at most.</summary>
    public static int Decimals(string unit, params IEnumerable<decimal?> values) =>
        IsShare(unit) ? 1 : values.OfType<decimal>().Select(v => Math.Abs(v) >= Large ? 0 : DecimalsOf(v)).DefaultIfEmpty(0).Max();

    /// <summary>Decimals of the terms of a computation, large ones too.</summary>
    public static int TermDecimals(IEnumerable<decimal?> terms) => terms.OfType<decimal>().Select(DecimalsOf).DefaultIfEmpty(0).Max();

    public static bool IsShare(string unit) => unit.StartsWith('%');

    /// <summary>The unit beside a number in a table, where its row says the rest.</summary>
    public static string ShortUnit(string unit) => IsShare(unit) ? "%" : unit;

    public static string WithUnit(decimal? value, string unit) => Show.Number(value, Decimals(unit, value), unit);

    /// <summary>A term of an equation: as many decimals as it has, up to two.</summary>
    public static string Term(decimal? value) => Show.Number(value, value is { } number ? DecimalsOf(number) : 0);

    public static int Wanted(Direction direction) => direction switch
    {
        Direction.Up => 1,
        Direction.Down => -1,
        _ => 0,
    };

    /// <summary>Bodies that the coverage is counted over: those asked, without those that are sans objet.</summary>
    public static int Due(Figure figure) => figure.Expected - figure.NotApplicable;

    public static string Bodies(Figure figure) => T["consolidation.coverage.bodies", Show.Number(figure.Answered), Show.Number(Due(figure))];

    /// <summary>Coverage in one sentence: bodies, then the share of staff when it is known.</summary>
    public static string Coverage(Figure figure)
    {
        var bodies = T.Plural("consolidation.coverage.of", Due(figure), Show.Number(figure.Answered));
        return figure.Coverage.StaffShare is { } staff ? T["consolidation.coverage.staff", bodies, Show.Percent(staff)] : bodies;
    }

    public static string Reason(Figure? figure) => T[$"consolidation.reason.{figure?.Reason ?? NoValue.NotAsked}"];

    private static int DecimalsOf(decimal value)
    {
        var rounded = decimal.Round(value, MostDecimals, MidpointRounding.AwayFromZero);
        return rounded == decimal.Truncate(rounded) ? 0 : MostDecimals;
    }
}
