using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>Which documents an edition has, by what is asked of it.</summary>
internal static class EditionDocuments
{
    public const string KeyFigures = "chiffres-cles";
    public const string Report = "rapport";
    public const string Preview = "apercu";

    /// <summary>The whole has its key figures and its report; slides are of the key figures. A node of several bodies has its report, a body its sheet.</summary>
    public static IReadOnlyList<(string? Name, ReportDocument Document)> Of(EditionSource source, EditionRequest asked) => asked.Node is not { } node
        ? asked.Format == EditionFormat.Pptx
            ? [(KeyFigures, KeyFiguresDocument.Of(source))]
            : [(KeyFigures, KeyFiguresDocument.Of(source)), (Report, YearlyReport.Of(source, source.Root))]
        : source.Place(node)?.IsOneBody == true && source.Body(node) is not null
            ? [(null, BodySheet.Of(source, node))]
            : [(null, YearlyReport.Of(source, node))];

    /// <summary>The nodes whose figures are read for them. A report is passed on: it tells its bodies only where the edition opens them, whoever asks for it.</summary>
    public static IEnumerable<NodeKey> Needed(EditionPerimeter perimeter, NodeKey? node, bool opensBodies) => node is { } one
        ? perimeter.Nodes.Where(p => opensBodies && p.IsOneBody && p.Hierarchy == Hierarchy.Tree).Select(p => p.Node).Append(one).Append(perimeter.Root).Distinct()
        : perimeter.Nodes.Where(p => p.Hierarchy == Hierarchy.Region || (p.Hierarchy == Hierarchy.Tree && !p.IsOneBody)).Select(p => p.Node);
}
