using Responsables.Domain.Submissions;

namespace Responsables.App.Targets;

/// <summary>A target as it was typed or written in a file: every field a text.</summary>
/// <param name="Output">Empty: the indicator's figure.</param>
/// <param name="Kind"><c>absolute</c>, <c>relative</c> or <c>share</c>.</param>
/// <param name="BaselineValue">Empty: the value of the series.</param>
/// <param name="Direction"><c>up</c>, <c>down</c>, or empty for the one of the indicator.</param>
/// <param name="Line">Line of the file; null for a form.</param>
/// <param name="IsFrench">Numbers are written as people type them, not as files write them.</param>
public sealed record TargetInput(
    string Node, string Indicator, string Output, string Kind, string BaselineYear, string BaselineValue, string Year, string Value, string Direction,
    string Source, int? Line = null, bool IsFrench = false)
{
    /// <summary>Names of the columns and of the fields, in the order of a file.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["node", "indicator", "output", "kind", "baseline_year", "baseline_value", "target_year", "value", "direction", "source"];

    internal decimal? Number(string text) => IsFrench ? NumberInput.French(text) : NumberInput.Plain(text);
}
