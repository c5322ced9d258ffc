using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;
using FaultCodes = Responsables.Domain.Submissions.FaultCodes;

namespace Responsables.Domain.Tests.Submissions;

/// <summary>What may be carried over from last year, and what it is worth until somebody confirms it.</summary>
public class StableAnswersTests
{
    private static readonly Framework Framework = FrameworkReader.Read(SmallFramework.Yaml).Framework!;
    private static readonly Questionnaire Asked = new(Framework, Framework.Indicators.Select(i => i.Code).ToHashSet());
    private static readonly Answers Nothing = new(Framework, []);

    private static readonly Answers LastYear = new(Framework,
    [
        Given("effectif_physique_3112", "800"), Given("formes", "12"), Given("delai", "20"), Given("vehicules", "5"), Given("plan", "non"), Given("pourquoi", "Bientôt"), Given("forme", "note"),
    ]);

    [Fact]
    public void Words_and_choices_are_carried_over_and_never_a_number()
    {
        var carried = StableAnswers.Of(Asked, Nothing, LastYear);
        Assert.Equal(["forme", "plan", "pourquoi"], carried.Select(a => a.Variable.Value).Order(StringComparer.Ordinal));
        Assert.All(carried, a => Assert.True(a is { IsCarried: true, Comment: null }));
    }

    [Fact]
    public void Whatever_the_answers_no_number_comes_along_and_nothing_is_written_over() => Prop.ForAll<int[], int[]>((before, now) =>
    {
        var (was, present) = (Some(before), Some(now));
        return StableAnswers.Of(Asked, present, was).All(a => !Framework.Variable(a.Variable).IsNumeric && present[a.Variable, CellKey.Total] is null
            && was[a.Variable, CellKey.Total] is { } old && (old.State, old.Value) == (a.State, a.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_unavailable_or_waited_itself_is_asked_again()
    {
        var before = new Answers(Framework, [new(new("plan"), CellKey.Total, AnswerState.Unavailable, null, "Perdu"), Given("pourquoi", "Bientôt") with { IsCarried = true }]);
        Assert.Empty(StableAnswers.Of(Asked, Nothing, before));
    }

    [Fact]
    public void A_choice_that_is_no_longer_offered_is_to_be_made_again()
    {
        var now = FrameworkReader.Read(SmallFramework.Yaml.Replace("{code: note, label: Note}", "{code: lettre, label: Lettre}", StringComparison.Ordinal)).Framework!;
        var asked = new Questionnaire(now, now.Indicators.Select(i => i.Code).ToHashSet());
        Assert.Equal(["plan", "pourquoi"], StableAnswers.Of(asked, new Answers(now, []), LastYear).Select(a => a.Variable.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Until_it_is_confirmed_it_is_awaited_neither_counted_nor_sealed_and_blocks_the_signature()
    {
        var given = Given("plan", "oui");
        var (with, without, confirmed) = (new Answers(Framework, [given with { IsCarried = true }]), Nothing, new Answers(Framework, [given]));
        var block = Asked.Block(BlockKey.Of(SmallFramework.PlanShare))!;
        Assert.Equal(without.Seal(block), with.Seal(block));
        Assert.NotEqual(confirmed.Seal(block), with.Seal(block));
        Assert.Equal(AnswerState.Missing, with.Sheet[SmallFramework.Plan].State);
        var (assessed, empty, done) = (Assessment.Of(Asked, with, null), Assessment.Of(Asked, without, null), Assessment.Of(Asked, confirmed, null));
        Assert.Equal((empty.Required, empty.Answered, 0), (assessed.Required, assessed.Answered, assessed.Blocking));
        Assert.Contains(assessed.Faults, f => f is { Code: FaultCodes.ToConfirm, PreventsSignature: true, IsAwaited: true } && f.Variable == SmallFramework.Plan);
        Assert.DoesNotContain(done.Faults, f => f.Code == FaultCodes.ToConfirm);
        Assert.Equal(empty.Answered + 1, done.Answered);
    }

    [Fact]
    public void One_that_is_optional_is_awaited_too_when_its_question_is_asked()
    {
        var carried = Given("forme", "note") with { IsCarried = true };
        Assert.DoesNotContain(Assessment.Of(Asked, new Answers(Framework, [carried]), null).Faults, f => f.Code == FaultCodes.ToConfirm);
        Assert.Contains(Assessment.Of(Asked, new Answers(Framework, [Given("plan", "oui"), carried]), null).Faults, f => f.Code == FaultCodes.ToConfirm && f.Variable == SmallFramework.Form);
        Assert.DoesNotContain(Assessment.Of(Asked, new Answers(Framework, [Given("plan", "non"), carried]), null).Faults, f => f.Code == FaultCodes.ToConfirm);
    }

    [Fact]
    public void New_changed_and_gone_questions_are_told_apart()
    {
        var after = FrameworkReader.Read(SmallFramework.Yaml.Replace("label: Plan,", "label: Plan signé,", StringComparison.Ordinal)).Framework!;
        var before = new Questionnaire(Framework, new HashSet<IndicatorCode> { SmallFramework.PlanShare, SmallFramework.TrainedShare });
        var changes = QuestionChanges.Between(before, new Questionnaire(after, new HashSet<IndicatorCode> { SmallFramework.PlanShare, SmallFramework.MeanDelay }));
        Assert.Equal(["delai", "factures"], changes.New.Select(v => v.Value).Order(StringComparer.Ordinal));
        Assert.Equal("label", Assert.Single(Assert.Single(changes.Changed).Value).Name);
        Assert.Equal([SmallFramework.Trained], changes.Gone.Select(v => v.Code));
        var same = QuestionChanges.Between(before, before);
        Assert.Equal((0, 0, 0), (same.New.Count, same.Changed.Count, same.Gone.Count));
    }

    private static Answer Given(string variable, string value) => new(new VariableCode(variable), CellKey.Total, AnswerState.Given, value, "Commentaire");

    private static Answers Some(int[]? picks) => new(Framework, (picks ?? []).Select(p => Framework.Variables[(int)((uint)p % Framework.Variables.Count)]).DistinctBy(v => v.Code).Select(v =>
        v.Type switch { VariableType.Boolean => Given(v.Code.Value, "oui"), VariableType.List => Given(v.Code.Value, "note"), VariableType.Text => Given(v.Code.Value, "Texte"), _ => Given(v.Code.Value, "3") }));
}
