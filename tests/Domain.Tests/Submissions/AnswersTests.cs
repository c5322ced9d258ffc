using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Xunit;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.Domain.Tests.Submissions;

/// <summary>Seals, required questions and faults, on the real framework.</summary>
public sealed class AnswersTests
{
    private static readonly Framework Rso = FrameworkReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "frameworks", "rso-2020.yaml"))).Framework!;
    private static readonly IndicatorCode Telework = new("rso-soc-teletravail");
    private static readonly VariableCode Staff = new("effectif_physique_3112");
    private static readonly VariableCode Teleworkers = new("nb_salaries_teletravail");
    private static readonly Questionnaire Asked = new(Rso, new HashSet<IndicatorCode> { Telework });

    [Fact]
    public void A_seal_does_not_depend_on_the_order_of_entry()
    {
        var block = Asked.Block(BlockKey.Of(Telework))!;
        Assert.Equal(
            new Answers(Rso, [Given(Staff, "100"), Given(Teleworkers, "40")]).Seal(block),
            new Answers(Rso, [Given(Teleworkers, "40"), Given(Staff, "100")]).Seal(block));
    }

    [Fact]
    public void A_seal_changes_with_a_value_a_state_a_comment_or_a_cell()
    {
        var block = Asked.Block(BlockKey.Of(Telework))!;
        Answer[] variants =
        [
            Given(Teleworkers, "40"), Given(Teleworkers, "41"), Given(Teleworkers, "40") with { Comment = "Accord signé" },
            new(Teleworkers, CellKey.Total, AnswerState.Unavailable, null, "40"), new(Teleworkers, CellKey.Total, AnswerState.NotApplicable, null, null),
            Given(Teleworkers, "40") with { Cell = CellKey.Of(("sexe", "femmes")) },
        ];
        Assert.Equal(variants.Length, variants.Select(v => new Answers(Rso, [v]).Seal(block)).Distinct().Count());
    }

    [Fact]
    public void A_seal_ignores_the_variables_of_other_blocks()
    {
        var block = Asked.Block(BlockKey.Of(Telework))!;
        Assert.Equal(new Answers(Rso, []).Seal(block), new Answers(Rso, [Given(new("nb_sites"), "3")]).Seal(block));
    }

    [Fact]
    public void A_shared_variable_is_required_once_and_counted_once()
    {
        var nothing = Assess();
        var all = Assess(Rso.Context.Select(c => Given(c, "100")).Append(Given(Teleworkers, "40")));
        Assert.Equal(Rso.Context.Count + 1, nothing.Required);
        Assert.Equal(0, nothing.Answered);
        Assert.Equal(all.Required, all.Answered);
        Assert.True(all.MaySign);
        Assert.False(nothing.MaySign);
    }

    [Fact]
    public void More_teleworkers_than_staff_blocks_the_signature()
    {
        var fault = Assert.Single(
            Assess(Rso.Context.Select(c => Given(c, "100")).Append(Given(Teleworkers, "140"))).Faults, f => f.Severity == Severity.Blocking);
        Assert.Equal(Teleworkers, fault.Variable);
        Assert.True(fault.PreventsSignature);
    }

    [Fact]
    public void Unavailable_needs_a_reason_and_then_does_not_block()
    {
        var context = Rso.Context.Select(c => Given(c, "100")).ToList();
        var silent = new Answer(Teleworkers, CellKey.Total, AnswerState.Unavailable, null, null);
        Assert.Contains(Assess(context.Append(silent)).Faults, f => f.Code == FaultCodes.ReasonRequired);
        Assert.True(Assess(context.Append(silent with { Comment = "Logiciel en panne" })).MaySign);
    }

    [Fact]
    public void A_large_variation_asks_for_a_comment_and_a_comment_answers_it()
    {
        var context = Rso.Context.Select(c => Given(c, "100")).ToList();
        var before = new Answers(Rso, context.Append(Given(Teleworkers, "20")));
        var now = Given(Teleworkers, "80");
        var bare = Assessment.Of(Asked, new Answers(Rso, context.Append(now)), before);
        var explained = Assessment.Of(Asked, new Answers(Rso, context.Append(now with { Comment = "Nouvel accord" })), before);
        Assert.Equal(1, bare.ToExplain);
        Assert.False(bare.MaySign);
        Assert.Equal(0, explained.ToExplain);
        Assert.True(explained.MaySign);
    }

    [Fact]
    public void A_partition_that_differs_from_its_total_blocks()
    {
        Answer[] cells = [Cell("femmes", "70"), Cell("hommes", "20")];
        Assert.Contains(Assess([Given(Staff, "100"), .. cells]).Faults, f => f.Code == FaultCodes.PartitionDiffers && f.Variable == Staff);
        Assert.DoesNotContain(Assess([Given(Staff, "90"), .. cells]).Faults, f => f.Code == FaultCodes.PartitionDiffers);
        Assert.Equal(90, ValueFaults.CompletePartition(Rso.Variable(Staff), new Answers(Rso, cells).Sheet));
    }

    [Fact]
    public void A_partition_that_is_not_complete_blocks_only_above_its_total()
    {
        Assert.DoesNotContain(Assess([Given(Staff, "100"), Cell("femmes", "70")]).Faults, f => f.Code == FaultCodes.PartitionDiffers);
        Assert.Contains(Assess([Given(Staff, "100"), Cell("femmes", "101")]).Faults, f => f.Code == FaultCodes.PartitionDiffers);
        Assert.Null(ValueFaults.CompletePartition(Rso.Variable(Staff), new Answers(Rso, [Cell("femmes", "70")]).Sheet));
    }

    [Fact]
    public void Overlapping_cells_are_never_added_and_each_is_at_most_the_total()
    {
        var cdi = new VariableCode("effectif_cdi_3112");
        Answer Overlapping(string cell, string value) => Given(cdi, value) with { Cell = CellKey.Of(("population", cell)) };
        Fault[] Faults(params Answer[] answers) => [.. ValueFaults.Of(BlockKey.Of(new("rso-soc-points")), Rso.Variable(cdi), new Answers(Rso, answers))];
        // 60 older than 50 and 50 part time, of 100: some are both.
        Answer[] cells = [Overlapping("50-ans-et-plus", "60"), Overlapping("temps-partiel", "50")];
        Assert.DoesNotContain(Faults([Given(cdi, "100"), .. cells]), f => f.Severity == Severity.Blocking);
        Assert.Equal([FaultCodes.CellAboveTotal], Faults([Given(cdi, "55"), .. cells]).Where(f => f.Severity == Severity.Blocking).Select(f => f.Code));
        // Nor do they ever make up a total that was left empty.
        Assert.Null(ValueFaults.CompletePartition(Rso.Variable(cdi), new Answers(Rso, cells).Sheet));
    }

    [Fact]
    public void A_negative_count_blocks() =>
        Assert.Contains(Assess([Given(Staff, "-1")]).Faults, f => f.Code == FaultCodes.BelowMinimum);

    private static Assessment Assess(params IEnumerable<Answer> answers) => Assessment.Of(Asked, new Answers(Rso, answers), null);

    private static Answer Given(VariableCode variable, string value) => new(variable, CellKey.Total, AnswerState.Given, value, null);

    private static Answer Cell(string cell, string value) => Given(Staff, value) with { Cell = CellKey.Of(("sexe", cell)) };
}
