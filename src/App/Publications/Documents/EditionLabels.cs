using Responsables.Domain.Publications;

namespace Responsables.App.Publications.Documents;

/// <summary>A figure of an indicator in words.</summary>
/// <param name="Breakdown">As figures name it: empty for the indicator's own.</param>
/// <param name="Label">Empty for the indicator's own.</param>
internal sealed record EditionLabel(string Breakdown, string Label, EditionOutput Output);

/// <summary>The figures of an indicator by their names, in the order of the framework.</summary>
internal static class EditionLabels
{
    public static IEnumerable<EditionLabel> Of(EditionIndicator indicator) => indicator.Outputs.SelectMany((output, i) =>
    {
        var isMain = i == 0;
        var own = new EditionLabel(isMain ? "" : $"output={output.Name}", isMain ? "" : output.Label, output);
        return output.Cells.Where(c => !c.Cell.IsTotal)
            .Select(c => new EditionLabel(isMain ? c.Cell.Value : $"output={output.Name};{c.Cell.Value}", $"{output.Label} – {c.Label}", output)).Prepend(own);
    });
}
