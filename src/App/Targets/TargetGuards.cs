using System.Globalization;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Series;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Targets;

namespace Responsables.App.Targets;

/// <summary>Makes targets of what was typed, or says everything that is wrong with it; and who may set one where.</summary>
public sealed class TargetGuards(AppDb db, FrameworkCatalog frameworks, NodeHistoryQuery histories, OrganizationRegisterQuery organizations)
{
    /// <summary>Longest text of a source.</summary>
    public const int MaxSource = 500;

    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private static readonly Dictionary<string, TargetKind> Kinds = new()
    {
        ["absolute"] = TargetKind.Absolute,
        ["relative"] = TargetKind.Relative,
        ["share"] = TargetKind.Share,
    };

    private static readonly Dictionary<string, WantedSide> Sides = new() { ["up"] = WantedSide.AtLeast, ["down"] = WantedSide.AtMost };

    /// <summary>Whether this person may set the targets of a node: an organisation of theirs, or any node there is for the federation.</summary>
    public async Task<bool> MaySetAsync(Actor actor, NodeKey node, CancellationToken cancel)
    {
        var code = new OrganizationCode(node.Value);
        if (await histories.LatestWithAsync(node, cancel) is var (_, perimeter))
        {
            return actor.May(Permission.SetTargets) || (perimeter.Body(code) is { } body && actor.May(Permission.SetTargets, body));
        }

        // A body that no campaign has seen yet.
        var register = await organizations.RunAsync(cancel);
        return register.Periods.LastOrDefault(p => p.Code == code) is { } last
            && actor.May(Permission.SetTargets, register.At(last.LastDay).Places(_ => null).First(p => p.Code == code));
    }

    public async Task<(IReadOnlyList<Target> Targets, IReadOnlyList<Problem> Problems)> CheckAsync(
        Actor actor, IReadOnlyList<TargetInput> inputs, CancellationToken cancel)
    {
        var indicators = await IndicatorsAsync(cancel);
        var problems = new List<Problem>();
        var targets = new List<Target>();
        var nodes = new Dictionary<string, bool>();
        foreach (var input in inputs)
        {
            if (!nodes.TryGetValue(input.Node, out var may))
            {
                may = nodes[input.Node] = await MaySetAsync(actor, new NodeKey(input.Node), cancel);
            }

            if (Read(input, may, indicators, problems) is { } target)
            {
                targets.Add(target);
            }
        }

        foreach (var twice in targets.Zip(inputs).GroupBy(t => (t.First.Node, t.First.Indicator, t.First.Output, t.First.Year)).Where(t => t.Count() > 1 && problems.Count == 0))
        {
            problems.Add(new Problem("targets.twice", Place(twice.Last().Second, "node"), twice.Key.Node, twice.Key.Indicator, twice.Key.Year));
        }

        return (targets, problems);
    }

    private static Target? Read(TargetInput input, bool mayNode, Dictionary<IndicatorCode, Indicator> indicators, List<Problem> problems)
    {
        var before = problems.Count;
        void Fault(string code, string field, params object?[] arguments) => problems.Add(new Problem("targets." + code, Place(input, field), arguments));
        if (!mayNode)
        {
            // A node that one may not set is told as one that is not there.
            Fault("node-unknown", "node", input.Node);
        }

        var indicator = indicators.GetValueOrDefault(new IndicatorCode(input.Indicator));
        var output = input.Output.Length == 0 ? indicator?.Main : indicator?.Outputs.FirstOrDefault(o => o.Name == input.Output);
        if (indicator is null)
        {
            Fault(input.Indicator.Length == 0 ? "indicator-missing" : "indicator-unknown", "indicator", input.Indicator);
        }
        else if (output is null)
        {
            Fault("output-unknown", "output", input.Output, string.Join(", ", indicator.Outputs.Select(o => o.Name)));
        }

        if (!Kinds.TryGetValue(input.Kind, out var kind))
        {
            Fault(input.Kind.Length == 0 ? "kind-missing" : "kind", "kind", input.Kind, string.Join(", ", Kinds.Keys));
        }
        else if (kind == TargetKind.Share && output?.Unit.StartsWith('%') == false)
        {
            Fault("share-of-what", "kind", output.Unit);
        }

        var side = WantedSide.AtLeast;
        if (input.Direction.Length > 0 && !Sides.TryGetValue(input.Direction, out side))
        {
            Fault("direction", "direction", input.Direction, string.Join(", ", Sides.Keys));
        }
        else if (input.Direction.Length == 0 && indicator is { Direction: Direction.Neutral })
        {
            Fault("direction-needed", "direction", input.Indicator);
        }
        else if (input.Direction.Length == 0)
        {
            side = indicator?.Direction == Direction.Down ? WantedSide.AtMost : WantedSide.AtLeast;
        }

        var (baselineYear, year) = (Year(input, input.BaselineYear, "baseline_year", problems), Year(input, input.Year, "target_year", problems));
        if (year <= baselineYear)
        {
            Fault("years-upside-down", "target_year", year, baselineYear);
        }

        var value = Number(input, input.Value, "value", problems);
        var baseline = input.BaselineValue.Length == 0 ? null : Number(input, input.BaselineValue, "baseline_value", problems);
        if (kind == TargetKind.Relative && value < -100)
        {
            Fault("below-nothing", "value");
        }

        if (kind == TargetKind.Share && value is < 0 or > 100)
        {
            Fault("share-range", "value");
        }

        var source = WrittenText.Clean(input.Source);
        if (WrittenText.Refusal(source, Place(input, "source"), MaxSource, "targets.source") is { } unkept)
        {
            problems.Add(unkept);
        }

        return problems.Count > before ? null : new Target(
            new NodeKey(input.Node), indicator!.Code, output!.Name, kind, baselineYear!.Value, baseline, year!.Value, value!.Value, side, source, TargetOrigin.Set);
    }

    private static int? Year(TargetInput input, string text, string field, List<Problem> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
        {
            return year;
        }

        problems.Add(new Problem(text.Length == 0 ? "targets.year-missing" : "targets.year", Place(input, field), text, FirstYear, LastYear));
        return null;
    }

    private static decimal? Number(TargetInput input, string text, string field, List<Problem> problems)
    {
        if (input.Number(text) is { } value && Math.Abs(value) <= NumberInput.Limit)
        {
            return value;
        }

        problems.Add(new Problem(text.Length == 0 ? "targets.number-missing" : "targets.number", Place(input, field), text));
        return null;
    }

    // A form names the field; a file, the line and the column.
    private static string Place(TargetInput input, string field) => input.Line is { } line ? TargetsCsv.Place(line, field) : field;

    private async Task<Dictionary<IndicatorCode, Indicator>> IndicatorsAsync(CancellationToken cancel) =>
        (await frameworks.CurrentOfEachAsync(db, cancel)).SelectMany(f => f.Indicators).DistinctBy(i => i.Code).ToDictionary(i => i.Code);
}
