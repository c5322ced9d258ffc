using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Consolidation;

/// <summary>Why a figure has no value.</summary>
public enum NoValue
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The indicator is asked of no body of the node.</summary>
    NotAsked,

    /// <summary>No body has answered yet.</summary>
    NoAnswer,

    /// <summary>Every body that answered is sans objet.</summary>
    NotApplicable,

    /// <summary>The sum of the denominators is zero.</summary>
    ZeroDenominator,

    /// <summary>It would tell the value of a body to somebody who may not open it.</summary>
    Withheld,

    /// <summary>The public may not read it: it would tell a small number of persons.</summary>
    Secret,
}

/// <summary>A consolidated figure with everything that is owed beside it.</summary>
/// <param name="Value">Exact; null when it cannot be computed, for the reason <paramref name="Reason"/>.</param>
/// <param name="Numerator">Sum of the numerators, without the factor 100; for a plain sum, the sum.</param>
/// <param name="Denominator">Sum of the denominators; null for a plain sum.</param>
public sealed record Figure(
    decimal? Value, decimal? Numerator, decimal? Denominator, NoValue Reason, int Answered, int NotApplicable, int Unavailable, int Missing, Coverage Coverage)
{
    /// <summary>In place of a figure that may not be told.</summary>
    public static readonly Figure Withheld = new(null, null, null, NoValue.Withheld, 0, 0, 0, 0, Coverage.None);

    /// <summary>Bodies of which it is asked.</summary>
    public int Expected => Answered + NotApplicable + Unavailable + Missing;

    /// <summary>Share of the bodies concerned that answered, between 0 and 1; null when none is concerned.</summary>
    public decimal? AnsweredShare => Expected == NotApplicable ? null : (decimal)Answered / (Expected - NotApplicable);

    /// <summary>
    /// Whether a change from another figure of the same series says something: always for a ratio; for a sum, only when about the same
    /// share of the bodies answered (within <see cref="ComparableShares"/>), or it would measure the answers rather than the thing.
    /// </summary>
    public bool IsComparableWith(Figure before) =>
        Denominator is not null || Numerator is null
        || (AnsweredShare is { } now && before.AnsweredShare is { } then && Math.Abs(now - then) <= ComparableShares);

    /// <summary>Difference of coverage up to which two sums are compared: five points of a hundred.</summary>
    public const decimal ComparableShares = 0.05m;

    /// <summary>The figure of a slot, from the parts of a node.</summary>
    public static Figure Of(Parts parts, PartsSlot slot)
    {
        var answered = parts.Count(slot, AnswerState.Given);
        var notApplicable = parts.Count(slot, AnswerState.NotApplicable);
        var unavailable = parts.Count(slot, AnswerState.Unavailable);
        var missing = parts.Count(slot, AnswerState.Missing);
        var sums = parts.SumsOf(slot);
        var formula = slot.Formula;
        var value = answered > 0 ? formula.Value(sums) : null;
        var reason = value is not null ? NoValue.None
            : answered + notApplicable + unavailable + missing == 0 ? NoValue.NotAsked
            : answered > 0 ? NoValue.ZeroDenominator
            : unavailable + missing == 0 ? NoValue.NotApplicable
            : NoValue.NoAnswer;
        return new Figure(
            value,
            answered > 0 ? formula.Numerator(sums) : null,
            answered > 0 ? formula.Denominator(sums) : null,
            reason, answered, notApplicable, unavailable, missing, Coverage.Of(parts, slot));
    }
}

/// <summary>The staff and m² that the bodies that answered weigh, among those asked whose weight is known.</summary>
/// <param name="StaffUnknown">Bodies asked whose staff is not known: they are in neither sum.</param>
public sealed record Coverage(decimal StaffAnswered, decimal StaffAsked, int StaffUnknown, decimal AreaAnswered, decimal AreaAsked, int AreaUnknown)
{
    public static readonly Coverage None = new(0, 0, 0, 0, 0, 0);

    /// <summary>Share of the staff, between 0 and 1; null when no weight is known.</summary>
    public decimal? StaffShare => StaffAsked == 0 ? null : StaffAnswered / StaffAsked;

    /// <summary>Share of the m², between 0 and 1; null when no weight is known.</summary>
    public decimal? AreaShare => AreaAsked == 0 ? null : AreaAnswered / AreaAsked;

    /// <summary>The coverage of an output; a cell has none of its own.</summary>
    internal static Coverage Of(Parts parts, PartsSlot slot) => slot.Whole < 0
        ? None
        : new Coverage(
            Weight(parts, slot, 1), Weight(parts, slot, 0), parts.Weightless[slot.Whole * 2],
            Weight(parts, slot, 3), Weight(parts, slot, 2), parts.Weightless[(slot.Whole * 2) + 1]);

    private static decimal Weight(Parts parts, PartsSlot slot, int field) => parts.Weights[(slot.Whole * 4) + field].ToDecimal();
}
