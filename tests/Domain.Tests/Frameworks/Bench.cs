using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Xunit;

namespace Responsables.Domain.Tests.Frameworks;

/// <summary>A few variables of every kind, to write formulas and rules with.</summary>
internal static class Bench
{
    private static readonly Breakdown Sex = Dimension("sexe", "femmes", "hommes");

    private static readonly Breakdown Contract = Dimension("contrat", "cdi", "cdd");

    private static readonly Variable[] Variables =
    [
        Boolean("b"),
        Boolean("c"),
        Number("x", "personnes", Addition.Sum) with { Breakdowns = [Sex, Contract] },
        Number("y", "personnes", Addition.Sum) with { Breakdowns = [Sex] },
        Number("z", "personnes", Addition.Sum),
        Number("m", "m2", Addition.Sum),
        Number("kwh", "kWh", Addition.Sum),
        Number("dju", "DJU", Addition.None),
        Number("dju_ref", "DJU", Addition.None),
        Number("v", "véhicules", Addition.Sum),
        Number("g", "g CO2/km", Addition.WeightedMean) with { Weight = new("v") },
        Number("labels", "bâtiments", Addition.Distribution) with { Breakdowns = [Dimension("etiquette", "a", "b", "aucune")], HasTotal = false },
        Number("crossed", "personnes", Addition.Sum) with { Breakdowns = [Sex, Contract], Layout = BreakdownLayout.Crossed },
        Number("nothing", null, Addition.None) with { Type = VariableType.Text },
    ];

    public static SlotMap Slots { get; } = new(Variables);

    public static VariableScope Scope { get; } = new(Variables.ToDictionary(v => v.Code), Slots);

    public static Formula Formula(string text, string? unit = null, params (string Name, string Formula)[] before)
    {
        var (formula, faults) = Compile(text, unit, before);
        Assert.Equal("", faults);
        return formula!;
    }

    /// <summary>The faults of a formula, each as <c>column code arguments</c> without the room.</summary>
    public static string Faults(string text, string? unit = null, params (string Name, string Formula)[] before) => Compile(text, unit, before).Faults;

    public static Rule Rule(string text)
    {
        var faults = new ExpressionFaults();
        var rule = RuleBinder.Compile(text, Scope, faults);
        Assert.Equal("", Print(faults));
        return rule!;
    }

    public static string RuleFaults(string text)
    {
        var faults = new ExpressionFaults();
        Assert.Equal(RuleBinder.Compile(text, Scope, faults) is null, !faults.None);
        return Print(faults);
    }

    /// <summary>Answers such as <c>x=3 b=oui y=sans_objet labels[etiquette=a]=2</c>; what is not there is missing.</summary>
    public static AnswerSheet Sheet(string answers)
    {
        var sheet = new AnswerSheet(Slots);
        foreach (var answer in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (place, value) = (answer[..answer.LastIndexOf('=')], answer[(answer.LastIndexOf('=') + 1)..]);
            var parts = place.TrimEnd(']').Split('[');
            sheet[new(parts[0]), parts.Length > 1 ? new(parts[1]) : CellKey.Total] = value switch
            {
                "oui" => AnswerValue.Yes,
                "non" => AnswerValue.No,
                "sans_objet" => AnswerValue.NotApplicable,
                "indisponible" => AnswerValue.Unavailable,
                _ => AnswerValue.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return sheet;
    }

    public static AnswerState State(this Formula formula, string answers) =>
        formula.Of(Sheet(answers), CellKey.Total, new Quantity[formula.TermCount]);

    /// <summary>The sums of the terms of the bodies that answered.</summary>
    public static Quantity[] Sums(this Formula formula, params IEnumerable<AnswerSheet> bodies)
    {
        var sums = new Quantity[formula.TermCount];
        foreach (var body in bodies)
        {
            var terms = new Quantity[formula.TermCount];
            formula.Of(body, CellKey.Total, terms);
            sums = [.. sums.Zip(terms, (a, b) => a + b)];
        }

        return sums;
    }

    private static (Formula? Formula, string Faults) Compile(string text, string? unit, (string Name, string Formula)[] before)
    {
        var (faults, outputs) = (new ExpressionFaults(), new Dictionary<string, TypedFormula?>());
        foreach (var (name, formula) in before)
        {
            outputs[name] = FormulaCompiler.Compile(formula, null, Scope, outputs, new())?.Typed;
        }

        return (FormulaCompiler.Compile(text, unit, Scope, outputs, faults)?.Formula, Print(faults));
    }

    private static string Print(ExpressionFaults faults) =>
        string.Join(", ", faults.Found.Select(f => string.Join(' ', [f.Column, f.Code["frameworks.".Length..], .. f.Arguments])));

    private static Breakdown Dimension(string code, params string[] cells) => new(code, code, true, false, [.. cells.Select(c => new Option(c, c))]);

    private static Variable Boolean(string code) => Number(code, null, Addition.Count) with { Type = VariableType.Boolean };

    private static Variable Number(string code, string? unit, Addition addition) => new(
        new(code), code, null, VariableType.Decimal, unit, addition, null, TimeAddition.None, null, null, false, [], [], BreakdownLayout.Marginal, true);
}
