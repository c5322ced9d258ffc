using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>One page of the form as it is drawn: what is kept, what was typed and refused, who may change what.</summary>
public sealed class EntrySheet
{
    private readonly Dictionary<VariableCode, PostedRow> posted;
    private readonly Dictionary<string, PostedAnalysis> postedAnalyses;
    private readonly Dictionary<VariableCode, Assignment> holders;
    private readonly Guid me;

    /// <param name="post">What was sent and refused; null when the page is only shown.</param>
    public EntrySheet(SubmissionView view, FormPage page, FormPlan plan, Actor actor, DateTimeOffset now, EntryPost? post = null, IReadOnlyList<Problem>? problems = null)
    {
        (View, Page, Plan) = (view, page, plan);
        Problems = problems ?? [];
        posted = post?.Rows.ToDictionary(r => r.Variable.Code) ?? [];
        postedAnalyses = post?.Analyses.ToDictionary(a => a.Topic) ?? [];
        Closed = SubmissionGuards.Entering(Dossier, now).FirstOrDefault();
        IsContributor = actor.May(Permission.EnterAnswers, Dossier.Place) || view.Assigned is not null;
        holders = view.Assignments.SelectMany(a => a.Questions.Select(q => (q.Variable, a))).ToDictionary();
        me = actor.Id;
        Faults = Dossier.Assessment.Faults.ToLookup(f => f.Variable);
    }

    public SubmissionView View { get; }

    public Dossier Dossier => View.Dossier;

    public FormPage Page { get; }

    public FormPlan Plan { get; }

    /// <summary>Which questions are shown.</summary>
    public Showing Showing { get; init; }

    /// <summary>What is asked otherwise than the year before.</summary>
    public QuestionChanges Changes { get; init; } = QuestionChanges.None;

    /// <summary>How many pieces each question has.</summary>
    public IReadOnlyDictionary<VariableCode, int> Pieces { get; init; } = new Dictionary<VariableCode, int>();

    /// <summary>Whether a question is shown: the filter wants it, or it was just sent and refused.</summary>
    public bool IsShown(VariableUse use) =>
        Showing == Showing.All || (Shows(use.Variable) && (posted.ContainsKey(use.Variable) || this.Matches(Row(use), Showing) || FollowsOneToDo(use)));

    /// <summary>Whether a block has a question to show, entered in it.</summary>
    public bool IsShown(Block block) => Showing == Showing.All || block.Uses.Any(u => Plan.IsEnteredIn(u.Variable, block) && IsShown(u));

    /// <summary>The address of a page of the form under the same filter.</summary>
    public string UrlOf(FormPage page) => page.UrlIn(Id) + EntryFilter.QueryOf(Showing);

    public Guid Id => Dossier.Submission.Id;

    public int Year => Dossier.Campaign.Year;

    /// <summary>Why nothing may be entered now, for anybody; null: it may.</summary>
    public Problem? Closed { get; }

    public bool IsContributor { get; }

    public bool MayEnter => IsContributor && Closed is null;

    public IReadOnlyList<Problem> Problems { get; }

    public bool HasConflict => Problems.Any(IsConflict);

    private ILookup<VariableCode, Fault> Faults { get; }

    public static bool IsConflict(Problem problem) => problem.Code == "submissions.conflict";

    /// <summary>Whether this person may read the value of a variable.</summary>
    public bool Shows(VariableCode variable) => View.Shows(variable);

    /// <summary>Whether a question is for whoever looks: assigned to them or, when none is, to nobody.</summary>
    public bool IsMine(VariableCode variable) => holders.GetValueOrDefault(variable) is { } holder
        ? holder.AccountId == me
        : !holders.Values.Any(h => h.AccountId == me);

    private string? HolderOf(VariableCode variable) => holders.GetValueOrDefault(variable) switch
    {
        null => null,
        { DueOn: { } due } by => T["submissions.assigned.to.by", by.Person, Show.Day(due)],
        var by => T["submissions.assigned.to", by.Person],
    };

    /// <summary>Faults of what is kept, on this page, that the signature waits for, beside questions without an answer.</summary>
    public IEnumerable<Fault> Standing => View.SeesDrafts
        ? Plan.VariablesOf(Page).SelectMany(v => Faults[v.Code]).Where(f => f.PreventsSignature && !f.IsAwaited)
        : [];

    public EntryRow Row(VariableUse use)
    {
        var variable = Dossier.Compiled.Framework.Variable(use.Variable);
        var sent = posted.GetValueOrDefault(variable.Code);
        var kept = ShownRow.Of(variable, Dossier);
        var mine = sent is not null && (sent.Edits.Count > 0 || sent.Contradiction is not null) ? sent : null;
        var problems = Problems.Where(p => IsOf(p, variable.Code)).ToList();
        var disputed = problems.Where(IsConflict).Select(p => p.Place!).ToList();
        var faults = Faults[variable.Code].Where(f => !f.IsAwaited).ToList();
        var due = problems.Count > 0 ? [] : faults.Where(f => f.PreventsSignature).ToList();
        return new EntryRow
        {
            Variable = variable,
            IsRequired = Dossier.Questionnaire.IsRequired(variable.Code, Dossier.Answers.Sheet) || use.Required,
            IsOpen = MayEnter && Dossier.IsOpen(variable.Code),
            LockedBecause = MayEnter && !Dossier.IsOpen(variable.Code) ? T[$"submissions.locked.{LeastState(variable.Code)}"] : null,
            Condition = ConditionOf(use),
            Control = ControlOf(use),
            Holder = HolderOf(variable.Code),
            News = QuestionNews.Of(variable.Code, Changes, Year - 1),
            CarriedFrom = View.SeesDrafts && Dossier.Rows.GetValueOrDefault((variable.Code, CellKey.Total)) is { CarriedFrom: { } from } ? from : null,
            Shown = mine is null ? kept : disputed.Count == 0 ? mine.Shown : mine.Shown.With(Now(variable, kept, disputed)),
            Values = mine?.Values ?? RowValues.Of(variable, kept),
            Tag = EntryTags.Of(variable, Dossier, problems.Count > 0 || due.Exists(f => f.Severity == Severity.Blocking), due.Exists(f => f.Severity == Severity.Explain)),
            Errors = [.. problems.Where(p => !IsConflict(p)).Select(FaultWords.Of), .. due.Select(f => FaultWords.Of(f, variable))],
            FaultyPlaces = [.. problems.Select(p => p.Place!), .. due.Select(f => AnswerPlace.Of(f.Variable, f.Cell))],
            Remarks = [.. faults.Where(f => !f.PreventsSignature).Select(f => FaultWords.Of(f, variable))],
            Returns = [.. Dossier.Questionnaire.BlocksOf(variable.Code).Select(ReturnOf).OfType<Review>().Select(r => r.Reason ?? "").Distinct()],
            Conflict = disputed.Count == 0 || mine is null ? null : ConflictOf(mine, kept, disputed),
            Previous = Dossier.Previous,
            Year = Year,
            LastChange = LastChangeOf(variable),
            Url = QuestionActs.UrlOf(Id, variable.Code.Value),
            Pieces = Pieces.GetValueOrDefault(variable.Code),
            PiecesUrl = Evidence.EvidenceUrls.OfQuestion(Id, variable.Code),
            Comments = View.CommentCounts.GetValueOrDefault(variable.Code),
            Formulas = FormulasOf(variable.Code),
            NeedsComment = due.Exists(f => f.Severity == Severity.Explain || f.Code == Domain.Submissions.FaultCodes.ReasonRequired),
        };
    }

    /// <summary>How many answers of an enjeu wait to be confirmed by whoever looks, its analysis included.</summary>
    public int CarriedIn(FormTopic topic) => !MayEnter ? 0
        : Carried.In(topic, Plan).Count(v => View.SeesDrafts && Dossier.Answers.IsCarried(v) && Dossier.IsOpen(v))
            + (topic.Topic is { } t && View.Analyses.GetValueOrDefault(t.Code)?.CarriedFrom is not null ? 1 : 0);

    public EntryAnalysis Analysis(Topic topic)
    {
        var kept = View.Analyses.GetValueOrDefault(topic.Code);
        var now = new AnalysisShown(kept?.Version ?? 0, kept?.Text ?? "");
        var sent = postedAnalyses.GetValueOrDefault(topic.Code) is { IsChange: true } changed ? changed : null;
        var row = EntryNames.Analysis(topic.Code);
        var problems = Problems.Where(p => p.Place == row).ToList();
        var met = sent is not null && problems.Any(IsConflict);
        return new EntryAnalysis(
            row,
            topic.Title,
            met || sent is null ? now : sent.Shown,
            sent?.Text ?? now.Text,
            MayEnter && topic.Indicators.Any(i => Dossier.StandingOf(BlockKey.Of(i.Code)).IsOpen),
            [.. problems.Where(p => !IsConflict(p)).Select(FaultWords.Of)],
            MayEnter ? kept?.CarriedFrom : null,
            met ? new EntryConflict(row, T["submissions.analysis.of", topic.Title], kept?.ChangedBy ?? "", kept?.ChangedAt ?? default, [new(row, null, sent!.Shown.Text, sent.Text, now.Text)]) : null);
    }

    /// <summary>The return of a block that is not yet answered; null: none.</summary>
    public Review? ReturnOf(BlockKey block) => Dossier.StateOf(block) == BlockState.Returned ? View.Reviews.GetValueOrDefault(block) : null;

    /// <summary>The question that a problem or a fault is about, in words; null: none of this page.</summary>
    public string? QuestionOf(string? place)
    {
        var code = (place ?? "").Split('[')[0];
        return Dossier.Compiled.Framework.FindVariable(new VariableCode(code))?.Label
            ?? Page.Topics.Select(t => t.Topic).OfType<Topic>().Where(t => EntryNames.Analysis(t.Code) == place).Select(t => T["submissions.analysis.of", t.Title]).FirstOrDefault();
    }

    // What an answer may call for is shown with the question, or it would be asked only once the page is left.
    private bool FollowsOneToDo(VariableUse use) => Showing == Showing.ToDo && use.When is { } when
        && Page.Blocks.SelectMany(b => b.Uses).Any(u => u.Variable == when.Variable && Shows(u.Variable) && this.Matches(Row(u), Showing));

    public string? ConditionOf(VariableUse use) => use.When is { } when
        ? T["submissions.when", Dossier.Compiled.Framework.Variable(when.Variable).Label, T[when.Yes ? "submissions.yes" : "submissions.no"]]
        : null;

    // Whoever has the question and not the one that decides it reads its answer here, and nothing else of it.
    private string? ControlOf(VariableUse use)
    {
        if (use.When is not { } when || View.Assigned is null || View.Assigned.Contains(when.Variable))
        {
            return null;
        }

        var control = Dossier.Compiled.Framework.Variable(when.Variable);
        return Dossier.Answers[control.Code, CellKey.Total] is { State: not AnswerState.Missing } answer
            ? T["submissions.control", control.Label, FieldText.Shown(control, answer.State, answer.Value)]
            : T["submissions.control.none", control.Label];
    }

    private List<EntryFormula> FormulasOf(VariableCode variable) =>
        [.. from key in Dossier.Questionnaire.BlocksOf(variable)
            where View.Shows(key)
            let block = Dossier.Questionnaire.Block(key)
            where block?.Indicator is not null
            from figure in EntryFigure.Of(block, Dossier)
            where figure.IsMain && figure.Output.Formula.Variables.Contains(variable)
            select new EntryFormula(block.Indicator!.Title, figure.Output.Formula.Text, figure.Now is null ? figure.Reason : FormulaNumbers.With(figure.Output.Formula, Dossier, figure.Text))];

    private BlockState LeastState(VariableCode variable) => Dossier.Questionnaire.BlocksOf(variable).Select(Dossier.StateOf).Min();

    private static bool IsOf(Problem problem, VariableCode variable) =>
        problem.Place == variable.Value || problem.Place?.StartsWith(variable.Value + "[", StringComparison.Ordinal) == true;

    private static IEnumerable<KeyValuePair<CellKey, ShownAnswer>> Now(Variable variable, ShownRow kept, List<string> disputed) =>
        variable.BrokenDown.Prepend(CellKey.Total).Where(c => disputed.Contains(AnswerPlace.Of(variable.Code, c))).Select(c => KeyValuePair.Create(c, kept[c]));

    private EntryConflict ConflictOf(PostedRow mine, ShownRow kept, List<string> disputed)
    {
        var variable = mine.Variable;
        var sides = mine.Edits.Where(e => disputed.Contains(e.Place)).Select(e => new ConflictSides(
            e.Place, e.Cell.IsTotal ? null : FieldText.Cell(variable, e.Cell), Side(variable, mine.Shown[e.Cell]),
            Side(FieldText.Typed(variable, e.State, e.Text), e.Comment), Side(variable, kept[e.Cell]))).ToList();
        var last = Dossier.Rows.Values.Where(r => disputed.Contains(AnswerPlace.Of(r.Variable, r.Cell))).MaxBy(r => r.ChangedAt);
        return new EntryConflict(variable.Code.Value, variable.Label, last?.ChangedBy ?? "", last?.ChangedAt ?? default, sides);
    }

    private static string Side(Variable variable, ShownAnswer side) => Side(FieldText.Shown(variable, side.State, side.Value), side.Comment);

    private static string Side(string value, string? comment) =>
        string.IsNullOrEmpty(comment) ? value : T["submissions.conflict.with-comment", value, comment];

    private string? LastChangeOf(Variable variable) =>
        variable.BrokenDown.Prepend(CellKey.Total).Select(c => Dossier.Rows.GetValueOrDefault((variable.Code, c))).OfType<AnswerRow>().MaxBy(r => r.ChangedAt) is { } row
            ? T["submissions.changed", row.ChangedBy, Show.Instant(row.ChangedAt)]
            : null;
}

/// <summary>The analysis of an enjeu as the page draws it.</summary>
public sealed record EntryAnalysis(string Row, string Topic, AnalysisShown Shown, string Text, bool IsOpen, IReadOnlyList<string> Errors, int? CarriedFrom, EntryConflict? Conflict);
