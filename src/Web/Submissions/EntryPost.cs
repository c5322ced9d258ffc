using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Submissions;

/// <summary>A row as it was sent.</summary>
public sealed record PostedRow(Variable Variable, ShownRow Shown, RowValues Values, IReadOnlyList<AnswerEdit> Edits, Problem? Contradiction);

/// <summary>An analysis as it was sent.</summary>
public sealed record PostedAnalysis(string Topic, AnalysisShown Shown, string Text)
{
    public bool IsChange => Text != Shown.Text;
}

/// <summary>An analysis as the form showed it.</summary>
public sealed record AnalysisShown(int Version, string Text)
{
    public string Encode() => Version == 0 ? "" : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static AnalysisShown Decode(string text)
    {
        try
        {
            return text.Length == 0 ? new AnalysisShown(0, "") : JsonSerializer.Deserialize<AnalysisShown>(Base64Url.DecodeFromChars(text))!;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            throw new BadHttpRequestException("The form does not say what it was based on.", fault);
        }
    }
}

/// <summary>What a form of answers sent: one row (autosave) or a page. Only the rows that it carries are looked at.</summary>
public sealed class EntryPost
{
    private EntryPost(List<PostedRow> rows, List<PostedAnalysis> analyses, IReadOnlyCollection<string> sent)
    {
        Rows = rows;
        Analyses = analyses;
        Strangers = [.. sent.Except(rows.Select(r => r.Variable.Code.Value)).Except(analyses.Select(a => EntryNames.Analysis(a.Topic)))];
    }

    /// <summary>Rows that were sent and are not this person's to answer, or no longer: they are told, not passed over.</summary>
    public IReadOnlyList<string> Strangers { get; }

    public IReadOnlyList<PostedRow> Rows { get; }

    public IReadOnlyList<PostedAnalysis> Analyses { get; }

    public IReadOnlyList<AnswerEdit> Edits => [.. Rows.SelectMany(r => r.Edits)];

    public IReadOnlyList<AnalysisEdit> AnalysisEdits =>
        [.. Analyses.Where(a => a.IsChange).Select(a => new AnalysisEdit(a.Topic, a.Text, a.Shown.Version))];

    public IReadOnlyList<Problem> Problems =>
        [.. Rows.Select(r => r.Contradiction).OfType<Problem>(), .. Strangers.Select(s => new Problem("submissions.not-yours", s))];

    /// <summary>Names of the rows, as the script knows them.</summary>
    public IEnumerable<string> Names => Rows.Select(r => r.Variable.Code.Value).Concat(Analyses.Select(a => EntryNames.Analysis(a.Topic))).Concat(Strangers);

    internal static EntryPost Of(Form form, Questionnaire questionnaire) => new(
        [.. questionnaire.Variables.Where(v => form.Has(EntryNames.Base(v.Code.Value))).Select(v => Row(form, v))],
        [.. questionnaire.Framework.Topics.Where(t => form.Has(EntryNames.Base(EntryNames.Analysis(t.Code)))).Select(t => Analysis(form, t))],
        [.. form.Fields.Keys.Where(k => k.EndsWith(EntryNames.Base(""), StringComparison.Ordinal)).Select(k => k[..^EntryNames.Base("").Length])]);

    /// <summary>
    /// The key of a page that was sent: the same page sent twice has the same; a page gone back to, changed and sent again has another,
    /// and is not taken for the first.
    /// </summary>
    internal static Guid KeyOf(Form form)
    {
        var content = new StringBuilder(form.Key.ToString());
        foreach (var (name, value) in form.Fields.Where(f => !f.Key.StartsWith('_')).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            content.Append('\n').Append(name.Length).Append(':').Append(name).Append('=').Append(value);
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 16));
    }

    private static PostedRow Row(Form form, Variable variable)
    {
        var code = variable.Code.Value;
        var shown = ShownRow.Decode(form[EntryNames.Base(code)]);
        var values = RowValues.Of(variable, form);
        var edits = new RowEdits(variable, shown, values);
        return new PostedRow(variable, shown, values, [.. edits.All().Where(e => !IsLeftToTheirs(form, e, shown.StateOf(variable) != values.State))], edits.Contradiction);
    }

    private static PostedAnalysis Analysis(Form form, Topic topic)
    {
        var name = EntryNames.Analysis(topic.Code);
        var shown = AnalysisShown.Decode(form[EntryNames.Base(name)]);
        var text = KeepsTheirs(form, name) ? shown.Text : form[name].ReplaceLineEndings("\n");
        return new PostedAnalysis(topic.Code, shown, text);
    }

    // Their answer was chosen on the page that showed both: mine is dropped where the two met, and all of it when they differ on the state of the row.
    private static bool IsLeftToTheirs(Form form, AnswerEdit edit, bool statesDiffer)
    {
        var row = edit.Variable.Value;
        return KeepsTheirs(form, row) && (statesDiffer || form[EntryNames.Disputed(row)].Split(' ').Contains(edit.Place));
    }

    private static bool KeepsTheirs(Form form, string row) => form[EntryNames.Keep(row)] == EntryNames.Theirs;
}

/// <summary>Names of the fields of a row beside its values, whose names are their places.</summary>
internal static class EntryNames
{
    public const string Mine = "mine";
    public const string Theirs = "theirs";

    public static string Base(string row) => row + ".base";

    public static string State(string row) => row + ".state";

    public static string Comment(string row) => row + ".comment";

    public static string Clear(string row) => row + ".clear";

    public static string Keep(string row) => row + ".keep";

    /// <summary>The places of a row where two people met.</summary>
    public static string Disputed(string row) => row + ".disputed";

    public static string Analysis(string topic) => "analysis:" + topic;
}
