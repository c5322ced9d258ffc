using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;

namespace Responsables.Domain.Submissions;

/// <summary>All the answers of one body for one campaign.</summary>
public sealed class Answers
{
    private readonly Dictionary<(VariableCode, CellKey), Answer> rows = [];
    private readonly HashSet<VariableCode> carried = [];

    public Answers(Framework framework, IEnumerable<Answer> answers)
    {
        Framework = framework;
        Sheet = new AnswerSheet(framework.Slots);
        foreach (var answer in answers)
        {
            // A row whose variable or cell the framework does not have is not read: the framework is pinned, so this is another year's.
            if (framework.Slots.Of(answer.Variable, answer.Cell) is var slot && slot >= 0 && answer.IsCarried)
            {
                // Neither counted, nor sealed, nor exported until it is confirmed.
                carried.Add(answer.Variable);
            }
            else if (slot >= 0)
            {
                rows[(answer.Variable, answer.Cell)] = answer;
                Sheet[slot] = Read(framework.Variable(answer.Variable), answer);
            }
        }
    }

    public Framework Framework { get; }

    /// <summary>The answers as formulas and checks read them.</summary>
    public AnswerSheet Sheet { get; }

    /// <summary>Whether a question has an answer of an earlier year that waits to be confirmed.</summary>
    public bool IsCarried(VariableCode variable) => carried.Contains(variable);

    /// <summary>Whether some question has.</summary>
    public bool HasCarried => carried.Count > 0;

    public IEnumerable<Answer> All => rows.Values;

    public Answer? this[VariableCode variable, CellKey cell] => rows.GetValueOrDefault((variable, cell));

    /// <summary>The comment beside a variable: the one of its total, else the first among its cells.</summary>
    public string? CommentOn(VariableCode variable) =>
        this[variable, CellKey.Total]?.Comment
        ?? Framework.Variable(variable).BrokenDown.Select(cell => this[variable, cell]?.Comment).FirstOrDefault(c => c is not null);

    /// <summary>
    /// Seal of a block's content (SHA-256, hexadecimal): what is signed and approved. Any change of a value, a state or a comment of one
    /// of its variables changes it; the order of entry does not.
    /// </summary>
    public string Seal(Block block)
    {
        var text = new StringBuilder();
        foreach (var use in block.Uses.OrderBy(u => u.Variable.Value, StringComparer.Ordinal))
        {
            var variable = Framework.Variable(use.Variable);
            foreach (var cell in variable.SealedOrder)
            {
                if (this[use.Variable, cell] is { } answer && (answer.State != AnswerState.Missing || answer.Comment is not null))
                {
                    Field(text, answer.Variable.Value);
                    Field(text, answer.Cell.Value);
                    Field(text, answer.State.ToString());
                    Field(text, answer.Value ?? "");
                    Field(text, answer.Comment ?? "");
                }
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Length before content, so that no text can pass for a field boundary.
    private static void Field(StringBuilder text, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");

    private static AnswerValue Read(Variable variable, Answer answer) => answer.State switch
    {
        AnswerState.Given when variable.Type == VariableType.Boolean => answer.Value == "oui" ? AnswerValue.Yes : AnswerValue.No,
        AnswerState.Given when variable.IsNumeric => AnswerValue.Of(decimal.Parse(answer.Value!, CultureInfo.InvariantCulture)),
        _ => new AnswerValue(answer.State, 0),
    };
}
