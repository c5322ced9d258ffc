using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>The answers of one body for one year while they are being imagined.</summary>
internal sealed class Draft(DemonstrationBody body, int year)
{
    /// <summary>The year that levels are told of: trends are counted from it, onwards and backwards.</summary>
    public const int ReferenceYear = 2022;

    /// <summary>A year before it counts for less: things moved more slowly.</summary>
    private const decimal EarlierPace = 0.7m;

    private readonly Dictionary<(VariableCode Variable, CellKey Cell), Answer> answers = [];

    public DemonstrationBody Body => body;

    public int Year => year;

    /// <summary>Years since the reference year, below zero before it.</summary>
    public decimal Elapsed => year >= ReferenceYear ? year - ReferenceYear : (year - ReferenceYear) * EarlierPace;

    public Draw Draw => body.Draw;

    public IEnumerable<Answer> Answers => answers.Values;

    public decimal this[string variable, string cell = ""] =>
        NumberInput.Plain(answers[(new VariableCode(variable), new CellKey(cell))].Value!)!.Value;

    public bool Has(string variable) => answers.ContainsKey((new VariableCode(variable), CellKey.Total));

    public bool IsYes(string variable) => answers[(new VariableCode(variable), CellKey.Total)].Value == "oui";

    public Answer? Find(VariableCode variable, CellKey cell) => answers.GetValueOrDefault((variable, cell));

    public void Number(string variable, decimal value) => Number(variable, "", value);

    public void Number(string variable, string cell, decimal value) => Put(variable, cell, AnswerState.Given, NumberInput.Canonical(value));

    public void Text(string variable, string text) => Put(variable, "", AnswerState.Given, text);

    /// <summary>Puts what another draft says of a variable, under the same code or another; nothing where it says nothing.</summary>
    public void Take(Draft other, string variable, string? from = null)
    {
        if (other.Find(new(from ?? variable), CellKey.Total) is { } answer)
        {
            Put(variable, "", answer.State, answer.Value);
        }
    }

    public void YesNo(string variable, bool yes) => Put(variable, "", AnswerState.Given, yes ? "oui" : "non");

    public void NotApplicable(string variable) => Put(variable, "", AnswerState.NotApplicable, null);

    /// <summary>A total and the cells of one of its partitions, by their weights: whole numbers that add up to it exactly.</summary>
    public void Parts(string variable, string dimension, decimal total, params (string Cell, decimal Weight)[] parts)
    {
        Number(variable, total);
        foreach (var (cell, value) in Shares(total, parts))
        {
            Number(variable, $"{dimension}={cell}", value);
        }
    }

    public void Replace(Answer answer) => answers[(answer.Variable, answer.Cell)] = answer;

    /// <summary>Removes a variable with all its cells.</summary>
    public void Clear(Variable variable)
    {
        foreach (var cell in variable.Cells)
        {
            answers.Remove((variable.Code, cell));
        }
    }

    /// <summary>Whole numbers by weight that add up to the total: each rounded down, the largest takes what is left.</summary>
    public static IReadOnlyList<(string Cell, decimal Value)> Shares(decimal total, IReadOnlyList<(string Cell, decimal Weight)> parts)
    {
        var whole = parts.Sum(p => p.Weight);
        var values = parts.Select(p => (p.Cell, Value: whole == 0 ? 0 : decimal.Floor(total * p.Weight / whole))).ToList();
        var largest = parts.Select((p, i) => (p.Weight, i)).MaxBy(p => p.Weight).i;
        values[largest] = (values[largest].Cell, values[largest].Value + total - values.Sum(v => v.Value));
        return values;
    }

    private void Put(string variable, string cell, AnswerState state, string? value)
    {
        var key = (new VariableCode(variable), new CellKey(cell));
        answers[key] = new Answer(key.Item1, key.Item2, state, value, answers.GetValueOrDefault(key)?.Comment);
    }
}
