using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Frameworks.Yaml;

namespace Responsables.Domain.Frameworks;

/// <summary>A fault of a framework file: where it stands and what is wrong.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Path in the document, such as <c>commitments[0].topics[1].code</c>; in a formula or a rule, followed by <c>:</c> and
/// the column of its text, from 1. Empty for the file itself.</param>
/// <param name="Code">Stable code, one of <see cref="FaultCodes"/>; its sentence is a resource.</param>
public sealed record FrameworkFault(int Line, string Path, string Code, params object?[] Arguments);

/// <summary>A framework, or every fault that its file has, by line.</summary>
public sealed record FrameworkReading(Framework? Framework, IReadOnlyList<FrameworkFault> Faults);

/// <summary>Reads a framework from the text of its YAML file.</summary>
public static class FrameworkReader
{
    /// <summary>The framework, or all its faults at once. A text of any content and length may be given: it never throws.</summary>
    public static FrameworkReading Read(string yaml) => Of(Read(yaml, []));

    /// <summary>The framework completed by what branches add to it, or all the faults of every file at once.</summary>
    /// <param name="supplements">The text of each branch's file.</param>
    public static MergedReading Read(string yaml, IReadOnlyList<string> supplements)
    {
        var faults = new FaultList();
        var ofSupplements = supplements.Select(_ => new FaultList()).ToArray();
        var root = YamlTree.Read(yaml, faults);
        SupplementReader[] added =
        [
            .. supplements.Select((text, i) => YamlTree.Read(text, ofSupplements[i]) is { } node ? new SupplementReader(MapReader.Of(node, "", ofSupplements[i])) : null)
                .OfType<SupplementReader>(),
        ];
        var framework = root is null ? null : Read(MapReader.Of(root, "", faults), added);
        return new(faults.None && ofSupplements.All(f => f.None) ? framework : null, faults.ByLine, [.. ofSupplements.Select(f => f.ByLine)]);
    }

    private static FrameworkReading Of(MergedReading reading) => new(reading.Framework, reading.Faults);

    private static Framework Read(MapReader file, SupplementReader[] supplements)
    {
        var head = HeadReader.Read(file.Map("framework"));
        var reader = new VariableReader();
        reader.Add(file);
        for (var i = 0; i < supplements.Length; i++)
        {
            supplements[i].ReadVariables(head.Code, reader, [.. supplements.Take(i).Select(s => s.Supplement)]);
        }

        var variables = reader.Close();
        var scope = new VariableScope(variables, new SlotMap(variables.Values));
        var context = ContextReader.Read(file, scope);
        var indicators = new IndicatorReader(scope, context);
        var tree = new TreeReader(indicators);
        var commitments = tree.Read(file);
        file.Close();
        foreach (var supplement in supplements)
        {
            supplement.ReadIndicators(indicators, tree.Objectives);
        }

        return new()
        {
            Code = head.Code,
            Version = head.Version,
            Title = head.Title,
            Publisher = head.Publisher,
            Summary = head.Summary,
            Date = head.Date,
            FirstYear = head.FirstYear,
            LastYear = head.LastYear,
            Succeeds = head.Succeeds,
            Terms = head.Terms,
            Context = context,
            Variables = [.. variables.Values],
            Commitments = supplements.Length == 0 ? commitments : [.. commitments.Select(c => With(c, supplements))],
            Supplements = [.. supplements.Select(s => s.Supplement)],
            Slots = scope.Slots,
        };
    }

    private static Commitment With(Commitment commitment, SupplementReader[] supplements) => commitment with
    {
        Topics =
        [
            .. commitment.Topics.Select(topic => topic with
            {
                Objectives = [.. topic.Objectives.Select(o => o with { Indicators = [.. o.Indicators, .. supplements.SelectMany(s => s.Indicators[o.Code])] })],
            }),
        ],
    };
}
