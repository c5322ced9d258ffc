using System.Globalization;
using System.Text.RegularExpressions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>Values as a workbook has them: numbers as numbers where a spreadsheet keeps them exactly, choices by their labels.</summary>
internal static partial class WorkbookValues
{
    /// <summary>Digits that a spreadsheet keeps of a number.</summary>
    private const int Digits = 15;

    /// <summary>Between several choices.</summary>
    private const string Separator = "; ";

    /// <summary>What stands in the cell of a value.</summary>
    public static SheetCell Cell(Variable variable, string? value, CellLook look) => value is null ? SheetCell.Of((string?)null, look)
        : variable.IsNumeric && value.Count(char.IsAsciiDigit) <= Digits ? SheetCell.Of(decimal.Parse(value, CultureInfo.InvariantCulture), look)
        : SheetCell.Of(Text(variable, value), look);

    /// <summary>A choice as it is written: its label, unless that would not say which one.</summary>
    public static string Choice(Variable variable, Option option) =>
        option.Label.Contains(';', StringComparison.Ordinal) || variable.Options.Count(o => IsSame(o.Label, option.Label)) > 1 ? option.Code : option.Label;

    /// <summary>The canonical text of what a cell holds, empty when it holds nothing; or what is wrong with it.</summary>
    public static Outcome<string> Read(Variable variable, ReadCell? cell, string place) => cell switch
    {
        null => Outcome.Done(""),
        { Kind: ReadKind.Error } error => Refused("workbooks.error-cell", place, error.Text),
        { Kind: ReadKind.NoResult } => Refused("workbooks.no-result", place),
        { Kind: ReadKind.Number } number => Number(variable, number, place),
        { Kind: ReadKind.Boolean } truth when variable.Type == VariableType.Boolean => Outcome.Done(truth.Text == "1" ? "oui" : "non"),
        { Kind: ReadKind.Boolean } truth => AnswerInput.Read(variable, truth.Text == "1" ? "VRAI" : "FAUX", place, french: true),
        { } text => Text(variable, text.Text, place),
    };

    /// <summary>What a cell of text holds, whatever it holds; null for nothing.</summary>
    public static Outcome<string> Plain(ReadCell? cell, string place) => cell switch
    {
        null => Outcome.Done(""),
        { Kind: ReadKind.Error } error => Refused("workbooks.error-cell", place, error.Text),
        { Kind: ReadKind.NoResult } => Refused("workbooks.no-result", place),
        { Kind: ReadKind.Number, Look: NumberLook.Date } => Refused("workbooks.date-in-text", place),
        { Kind: ReadKind.Number } number => Exact(number.Text) is { } exact ? Outcome.Done(NumberInput.Canonical(exact)) : Outcome.Done(number.Text),
        { Kind: ReadKind.Boolean } truth => Outcome.Done(truth.Text == "1" ? "VRAI" : "FAUX"),
        { } text => Outcome.Done(text.Text.ReplaceLineEndings("\n").Trim()),
    };

    /// <summary>A value in a message.</summary>
    public static string Shown(Variable variable, string value) => variable.IsNumeric ? value.Replace('.', ',') : Text(variable, value);

    private static string Text(Variable variable, string value) => variable.Type == VariableType.List
        ? string.Join(Separator, value.Split(';').Select(code => variable.Options.FirstOrDefault(o => o.Code == code) is { } option ? Choice(variable, option) : code))
        : value;

    private static Outcome<string> Number(Variable variable, ReadCell cell, string place)
    {
        if (cell.Look == NumberLook.Date)
        {
            return Refused(variable.IsNumeric ? "workbooks.date" : "workbooks.date-in-text", place);
        }

        if (cell.Look == NumberLook.Percent)
        {
            return Refused("workbooks.percent", place);
        }

        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Refused("submissions.number-not-finite", place, cell.Text);
        }

        return Exact(cell.Text) is { } exact
            ? AnswerInput.Read(variable, NumberInput.Canonical(exact), place, french: false)
            : Refused("submissions.number-too-large", place, cell.Text);
    }

    // The fifteen digits that a spreadsheet keeps: what is beyond them is an error of its arithmetic (0.30000000000000004).
    private static decimal? Exact(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        && decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
        ? exact
        : null;

    private static Outcome<string> Text(Variable variable, string text, string place)
    {
        var kept = text.ReplaceLineEndings("\n").Trim();
        return variable.Type switch
        {
            _ when kept.Length == 0 => Outcome.Done(""),
            VariableType.List => AnswerInput.Read(variable, Codes(variable, kept), place, french: true),
            VariableType.Boolean => AnswerInput.Read(variable, IsSame(kept, "oui") ? "oui" : IsSame(kept, "non") ? "non" : kept, place, french: true),
            _ when variable.IsNumeric && Ambiguous().IsMatch(kept) => Refused("workbooks.ambiguous", place, kept, kept.Replace(".", "", StringComparison.Ordinal), kept.Replace('.', ',')),
            _ when WrittenText.HasControls(kept) => Refused("shared.control-character", place),
            _ => AnswerInput.Read(variable, kept, place, french: true),
        };
    }

    private static string Codes(Variable variable, string text) => CodeOf(variable, text) ?? string.Join(';', text.Split(';').Select(part => CodeOf(variable, part.Trim()) ?? part));

    private static string? CodeOf(Variable variable, string text) =>
        (variable.Options.FirstOrDefault(o => o.Code == text) ?? variable.Options.FirstOrDefault(o => IsSame(Choice(variable, o), text)))?.Code;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Outcome<string> Refused(string code, string place, params object?[] arguments) => Outcome.Refused<string>(new Problem(code, place, arguments));

    // 1.234 as a text: one thousand two hundred and thirty-four for some, a little more than one for others.
    [GeneratedRegex(@"\A[-\u2212]?[0-9]{1,3}\.[0-9]{3}\z")]
    private static partial Regex Ambiguous();
}
