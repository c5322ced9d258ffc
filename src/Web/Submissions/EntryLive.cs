using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>
/// All that a page of the form shows and that depends on the answers: progress, states, variations, figures, faults. The script puts it in
/// place after each save, by the ids given here.
/// </summary>
internal sealed class EntryLive(EntrySheet sheet)
{
    private readonly Dossier dossier = sheet.Dossier;

    public static string TopicTag(string topic) => $"tag.topic.{topic}";

    public static string PageTag(string page) => $"tag.page.{page}";

    public static string VariationOf(VariableCode variable) => $"variation.{variable}";

    /// <summary>Texts by id: sentences of progress, figures with their terms.</summary>
    public Dictionary<string, string> Texts()
    {
        var page = Progress.Of(dossier, sheet.Plan, sheet.Page).Sentence;
        var texts = new Dictionary<string, string>
        {
            ["progress"] = page,
            ["progress.now"] = page,
            ["progress.whole"] = Whole,
        };
        foreach (var showing in EntryFilter.Of(sheet))
        {
            texts[EntryFilter.CountId(showing)] = Show.Number(sheet.Count(showing));
        }

        foreach (var (indicator, figure) in Figures())
        {
            var place = EntryFigure.IdOf(indicator, figure.Output);
            texts[place] = figure.Text;
            texts[place + ".of"] = figure.Now is null ? figure.Reason : figure.Terms;
        }

        return texts;
    }

    /// <summary>« Dossier entier : 40 questions sur 98 ont une réponse ».</summary>
    public string Whole => T[sheet.View.Assigned is null ? "submissions.progress.whole" : "submissions.assigned.whole", Progress.Of(dossier).Sentence];

    public Dictionary<string, int[]> Bars()
    {
        var part = Progress.Of(dossier, sheet.Plan, sheet.Page);
        return new() { ["progress.bar"] = [part.Answered, Math.Max(part.Required, 1)] };
    }

    public Dictionary<string, TagText> Tags() => sheet.Page.Topics.Where(t => t.Topic is not null)
        .Select(t => (TopicTag(t.Topic!.Code), Progress.Of(dossier, sheet.Plan, t).Tag))
        .Concat(sheet.Plan.Pages.Select(p => (PageTag(p.Code), Progress.Of(dossier, sheet.Plan, p).Tag)))
        .ToDictionary();

    public Dictionary<string, VariationText> Variations()
    {
        var rows = from variable in sheet.Plan.VariablesOf(sheet.Page)
            where variable.IsNumeric
            select (VariationOf(variable.Code), VariationText.Of(NumberIn(dossier.Answers, variable.Code), NumberIn(dossier.Previous, variable.Code)));
        return rows.Concat(Figures().Where(f => f.Figure.Before is not null).Select(f => (EntryFigure.IdOf(f.Indicator, f.Figure.Output) + ".variation", f.Figure.Variation))).ToDictionary();
    }

    /// <summary>The other rows of the page: their states and faults may hang on what was saved.</summary>
    public Dictionary<string, AutosaveRow> Rows()
    {
        var rows = new Dictionary<string, AutosaveRow>();
        foreach (var block in sheet.Page.Blocks)
        {
            foreach (var use in block.Uses.Where(u => sheet.Plan.IsEnteredIn(u.Variable, block)))
            {
                var row = sheet.Row(use);
                if (row.IsOpen)
                {
                    rows[row.Code] = new AutosaveRow { State = row.Tag.Text, Kind = row.Tag.Kind, Error = row.Errors.Count == 0 ? null : row.Error, Opens = row.NeedsComment };
                }
            }
        }

        return rows;
    }

    public LiveFaults Faults()
    {
        var faults = sheet.Standing.ToList();
        return new LiveFaults(
            T.Plural("submissions.standing", faults.Count),
            [.. faults.Select(f => new LiveFault(
                AnswerPlace.Of(f.Variable, f.Cell), sheet.QuestionOf(f.Variable.Value) ?? "", FaultWords.Of(f, dossier.Compiled.Framework.Variable(f.Variable))))]);
    }

    private IEnumerable<(Indicator Indicator, EntryFigure Figure)> Figures() =>
        from block in sheet.Page.Blocks
        where block.Indicator is not null && sheet.View.Shows(block.Key)
        from figure in EntryFigure.Of(block, dossier)
        select (block.Indicator, figure);

    private static decimal? NumberIn(Answers? answers, VariableCode variable) =>
        answers?.Sheet[variable] is { IsGiven: true } given ? given.Number : null;
}

/// <summary>What the signature waits for on a page.</summary>
internal sealed record LiveFaults(string Title, IReadOnlyList<LiveFault> Items);

internal sealed record LiveFault(string Place, string Question, string Text);
