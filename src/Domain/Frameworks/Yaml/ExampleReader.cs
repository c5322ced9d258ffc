using Responsables.Domain.Frameworks.Expressions;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads the worked example of an indicator.</summary>
internal sealed class ExampleReader(VariableScope scope, IReadOnlyList<string> outputs)
{
    public Example Read(MapReader map)
    {
        var bodies = map.Maps("bodies", body => new ExampleBody([.. body.Keys.Select(key => Answer(body, key)).OfType<(VariableCode, CellKey, AnswerValue)>()]), least: 1);
        var expect = map.Map("expect");
        var expected = expect.Keys.Select(output => Expected(expect, output)).ToArray();
        map.Close();
        return new(bodies, expected);
    }

    private (VariableCode Variable, CellKey Cell, AnswerValue Value)? Answer(MapReader body, string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? key : key[..bracket];
        if (scope.Find(new VariableCode(name)) is not { } variable)
        {
            body.Fault(key, FaultCodes.UnknownVariable, name);
            return null;
        }

        if (Cell(body, key, variable, bracket) is not { } cell)
        {
            return null;
        }

        if (body.Value(key) is not Node.Scalar { Text: { } text } || Value(variable, text) is not { } value)
        {
            body.Fault(key, FaultCodes.BadAnswer, (body.Value(key, required: false) as Node.Scalar)?.Text, variable.Code);
            return null;
        }

        return (variable.Code, cell, value);
    }

    private CellKey? Cell(MapReader body, string key, Variable variable, int bracket)
    {
        if (bracket >= 0 && key.EndsWith(']'))
        {
            return scope.FindCell(variable, key[(bracket + 1)..^1], (code, arguments) => body.Fault(key, code, arguments));
        }

        if (bracket >= 0)
        {
            body.Fault(key, FaultCodes.UnknownCell, key, variable.Code);
            return null;
        }

        if (!variable.HasTotal)
        {
            body.Fault(key, FaultCodes.NoTotal, variable.Code);
        }

        return variable.HasTotal ? CellKey.Total : null;
    }

    private static AnswerValue? Value(Variable variable, string text) => (text, variable.Type) switch
    {
        ("sans_objet", _) => AnswerValue.NotApplicable,
        ("indisponible", _) => AnswerValue.Unavailable,
        ("oui", VariableType.Boolean) => AnswerValue.Yes,
        ("non", VariableType.Boolean) => AnswerValue.No,
        (_, VariableType.Boolean) => null,
        (_, VariableType.List) => variable.Options.Any(o => o.Code == text) ? AnswerValue.Of(0) : null,
        (_, VariableType.Text) => AnswerValue.Of(0),
        _ => Scalars.TryNumber(text, out var number) && (variable.Type != VariableType.Integer || decimal.IsInteger(number))
            ? AnswerValue.Of(number)
            : null,
    };

    private ExpectedOutput Expected(MapReader expect, string output)
    {
        if (!outputs.Contains(output))
        {
            expect.Fault(output, FaultCodes.UnknownOutput, output);
        }

        var map = expect.Map(output);
        if (!map.IsFaulty && !map.Keys.Contains("value"))
        {
            map.Fault("value", FaultCodes.MissingKey, "value");
        }

        var expected = new ExpectedOutput(
            output,
            map.OptionalNumber("value"),
            map.OptionalNumber("numerator"),
            map.OptionalNumber("denominator"),
            map.Integer("answered"),
            map.Integer("not_applicable"),
            map.Integer("unavailable"),
            map.Integer("missing"));
        map.Close();
        return expected;
    }
}
