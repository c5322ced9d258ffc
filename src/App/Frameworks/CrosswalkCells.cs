using System.Globalization;
using Responsables.Domain.Frameworks.Crosswalks;

namespace Responsables.App.Frameworks;

/// <summary>What a framework holds of a crosswalk, as rows: the same in the command and in the file of the site.</summary>
public static class CrosswalkCells
{
    public static readonly IReadOnlyList<string> Columns =
        ["crosswalk", "framework", "version", "group", "code", "label", "kind", "unit", "state", "held_by", "how", "lacks"];

    public static IReadOnlyList<string?> Of(CrosswalkView view, CoveredValue value) =>
    [
        view.Crosswalk.Code, view.View.Framework.Code.Value, view.View.Framework.Version.ToString(CultureInfo.InvariantCulture), value.Group.Code, value.Value.Code,
        value.Value.Label, NameOf(value.Value.Kind), value.Value.Unit, NameOf(value.Holding.State), string.Join(';', value.Holding.By.Select(NameOf)),
        value.Holding.How, value.Holding.Lacks,
    ];

    /// <summary>Where it is held, in one word: <c>indicator:code/output</c>, <c>variable:code[cell]</c>, <c>topic:code</c>.</summary>
    public static string NameOf(Holder holder) => holder switch
    {
        Holder.OfIndicator { Code: var code, Output: var output } => output is null ? $"indicator:{code}" : $"indicator:{code}/{output}",
        // Its own separator is the one between cells.
        Holder.OfVariable { Code: var code, Cell: var cell } => cell.IsTotal ? $"variable:{code}" : $"variable:{code}[{cell.Value.Replace(';', '&')}]",
        Holder.OfTopic { Code: var code } => $"topic:{code}",
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };

    public static string NameOf(HoldingState state) => state.ToString().ToLowerInvariant();

    public static string NameOf(AskedKind kind) => kind == AskedKind.YesNo ? "yes_no" : kind.ToString().ToLowerInvariant();
}
