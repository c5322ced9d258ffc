using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Reviews;
using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>One submission loaded whole: what is asked, what was answered, the year before, the acts that bear on each block.</summary>
public sealed class Dossier
{
    public required Submission Submission { get; init; }

    public required Campaign Campaign { get; init; }

    public required CompiledFramework Compiled { get; init; }

    public required Questionnaire Questionnaire { get; init; }

    /// <summary>The rows, by variable and cell; a writer changes them and calls <see cref="Refresh"/>.</summary>
    public required Dictionary<(Domain.Frameworks.VariableCode Variable, Domain.Frameworks.CellKey Cell), AnswerRow> Rows { get; init; }

    public required Dictionary<BlockKey, SubmissionBlock> Blocks { get; init; }

    /// <summary>The answers of the year before by the same framework; null when there are none.</summary>
    public required Answers? Previous { get; init; }

    /// <summary>Whether the federation reviews it: it has no fund above, or its fund has no coordinator.</summary>
    public required bool ReviewedByFederation { get; init; }

    public Answers Answers => answers ??= new Answers(Compiled.Framework, Rows.Values.Select(r => r.ToAnswer()));

    public Assessment Assessment => assessment ??= Assessment.Of(Questionnaire, Answers, Previous);

    public Place Place => place ??= Submission.ToPlace();

    private Answers? answers;
    private Assessment? assessment;
    private Place? place;

    /// <summary>The windows of the body: those of the campaign, with the delays that it was given.</summary>
    public Domain.Campaigns.CampaignCalendar Calendar => Submission.CalendarIn(Campaign);

    /// <summary>The standing of a block; a block without a row has never been touched.</summary>
    public BlockStanding StandingOf(BlockKey key) => Blocks.TryGetValue(key, out var row)
        ? row.Standing
        : new BlockStanding("", null, null, null, false);

    public BlockState StateOf(BlockKey key) => StandingOf(key).State;

    /// <summary>How many blocks are in each state.</summary>
    public BlockCounts Counts
    {
        get
        {
            var states = Questionnaire.Blocks.Select(b => StateOf(b.Key)).ToList();
            int Of(BlockState state) => states.Count(s => s == state);
            return new BlockCounts(states.Count, Of(BlockState.Returned), Of(BlockState.Signed), Of(BlockState.Validated), Of(BlockState.Accepted));
        }
    }

    /// <summary>Where it stands as a whole.</summary>
    public SubmissionState State => Counts.State(Submission.StartedAt is not null, Submission.FirstSignedAt is not null, Assessment.MaySign);

    /// <summary>Whether a variable may be changed by the body: one of the blocks that use it is open.</summary>
    public bool IsOpen(Domain.Frameworks.VariableCode variable) => Questionnaire.BlocksOf(variable).Any(b => StandingOf(b).IsOpen);

    /// <summary>Whether a block is to be looked at before the rest.</summary>
    public bool IsFirstLook(Block block) => FirstLooks.IsOne(block, Questionnaire, Answers, Previous, Assessment[block.Key]);

    public bool HasMovedFar(Block block) => FirstLooks.HasMovedFar(block, Questionnaire, Answers, Previous);

    /// <summary>What the body brings at a level.</summary>
    public Parts PartsAt(FigureLevel level) =>
        Contribution.Of(Compiled.Layout, Questionnaire, Answers.Sheet, StateOf, level, Submission.Weights);

    /// <summary>
    /// The same dossier with some of its questions and nothing of the others: neither their answers of this year or the last, nor what is
    /// derived from them; but for the answer that decides whether one of them is asked. To be shown, never to be written.
    /// </summary>
    public Dossier Only(IReadOnlySet<Domain.Frameworks.VariableCode> variables)
    {
        var questionnaire = Questionnaire.Only(variables);
        return new Dossier
        {
            Submission = Submission,
            Campaign = Campaign,
            Compiled = Compiled,
            Questionnaire = questionnaire,
            Rows = Rows.Where(r => variables.Contains(r.Key.Variable)).Concat(Deciding(questionnaire, variables)).ToDictionary(),
            Blocks = Blocks.Where(b => questionnaire.Block(b.Key) is not null).ToDictionary(),
            Previous = Previous is null ? null : new Answers(Compiled.Framework, Previous.All.Where(a => variables.Contains(a.Variable))),
            ReviewedByFederation = ReviewedByFederation,
        };
    }

    // The answers on which questions depend: what was answered, not who answered it, when, nor what they said about it.
    private IEnumerable<KeyValuePair<(Domain.Frameworks.VariableCode, Domain.Frameworks.CellKey), AnswerRow>> Deciding(
        Questionnaire questionnaire, IReadOnlySet<Domain.Frameworks.VariableCode> variables) =>
        from variable in questionnaire.Blocks.SelectMany(b => b.Uses).Select(u => u.When?.Variable).OfType<Domain.Frameworks.VariableCode>().Distinct()
        where !variables.Contains(variable)
        let row = Rows.GetValueOrDefault((variable, Domain.Frameworks.CellKey.Total))
        where row is not null
        select KeyValuePair.Create((row.Variable, row.Cell), new AnswerRow
        {
            SubmissionId = row.SubmissionId, Variable = row.Variable, Cell = row.Cell, State = row.State, Value = row.Value, ChangedAt = default, ChangedBy = "",
        });

    /// <summary>Forgets what was derived from the rows, after a writer has changed them.</summary>
    public void Refresh()
    {
        answers = null;
        assessment = null;
    }
}
