using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Xunit;

namespace Responsables.Domain.Tests.Workbooks;

public class ThreeWayMergeTests
{
    private const int Cases = 2000;

    private static readonly WorkbookKey[] Keys =
    [
        .. from body in (string[])["alpha", "beta"] from variable in (string[])["effectif", "surface"] from cell in (string[])["", "sexe=femmes"]
        select new WorkbookKey(new OrganizationCode(body), new VariableCode(variable), new CellKey(cell)),
    ];

    // Few values, so that the three sides often agree.
    private static readonly Gen<WorkbookAnswer> Answer = Gen.Elements(
        WorkbookAnswer.None, WorkbookAnswer.Of(AnswerState.Given, "1", null), WorkbookAnswer.Of(AnswerState.Given, "2", null), WorkbookAnswer.Of(AnswerState.Given, "1", "Estimé."),
        WorkbookAnswer.Of(AnswerState.NotApplicable, null, null));

    private static readonly Gen<Dictionary<WorkbookKey, WorkbookAnswer>> Side = Answer.ListOf(Keys.Length).Select(answers =>
        Keys.Zip(answers).Where(a => a.Second != WorkbookAnswer.None).ToDictionary(a => a.First, a => a.Second));

    // What a file has of some places, empty ones too; other rows were deleted.
    private static readonly Gen<Dictionary<WorkbookKey, WorkbookAnswer>> File = Answer.Zip(Gen.Elements(true, true, true, false)).ListOf(Keys.Length).Select(answers =>
        Keys.Zip(answers).Where(a => a.Second.Item2).ToDictionary(a => a.First, a => a.Second.Item1));

    [Fact]
    public void A_file_that_was_not_changed_changes_nothing() => Check((origin, _, theirs) =>
    {
        var merge = ThreeWayMerge.Of(origin, Keys.Select(k => KeyValuePair.Create(k, Of(origin, k))), theirs);
        return merge is { Taken.Count: 0, Conflicts.Count: 0, Agreed: 0 } && merge.Untouched == Keys.Length;
    });

    [Fact]
    public void What_nobody_else_changed_is_taken_as_the_file_has_it() => Check((origin, mine, _) =>
        Written(origin, mine, origin, _ => null) is var result && Keys.All(k => Of(result, k) == (mine.TryGetValue(k, out var own) ? own : Of(origin, k))));

    [Fact]
    public void What_the_file_did_not_change_stays_as_it_is_stored() => Check((origin, mine, theirs) =>
        Written(origin, mine, theirs, _ => MergeSide.Mine) is var result
        && Keys.Where(k => !mine.TryGetValue(k, out var own) || own == Of(origin, k)).All(k => Of(result, k) == Of(theirs, k)));

    [Fact]
    public void No_answer_is_lost_without_a_choice() => Check((origin, mine, theirs) =>
    {
        // What was stored since and differs from what both started from is replaced only where somebody chose the file.
        var result = Written(origin, mine, theirs, _ => null);
        return Keys.Where(k => Of(theirs, k) != Of(origin, k)).All(k => Of(result, k) == Of(theirs, k));
    });

    [Fact]
    public void A_conflict_is_where_both_changed_differently_and_nowhere_else() => Check((origin, mine, theirs) =>
        ThreeWayMerge.Of(origin, mine, theirs).Conflicts.Select(c => c.Key).ToHashSet().SetEquals(
            mine.Where(m => m.Value != Of(origin, m.Key) && Of(theirs, m.Key) != Of(origin, m.Key) && m.Value != Of(theirs, m.Key)).Select(m => m.Key)));

    [Fact]
    public void Conflicts_are_the_same_from_either_side() => Check((origin, mine, theirs) =>
    {
        var (here, there) = (Keys.ToDictionary(k => k, k => Of(mine, k)), Keys.ToDictionary(k => k, k => Of(theirs, k)));
        return ThreeWayMerge.Of(origin, here, theirs).Conflicts.Select(c => c.Key).SequenceEqual(ThreeWayMerge.Of(origin, there, here).Conflicts.Select(c => c.Key));
    });

    [Fact]
    public void Each_side_of_a_conflict_can_be_had() => Check((origin, mine, theirs) =>
        ThreeWayMerge.Of(origin, mine, theirs).Conflicts is var conflicts
        && conflicts.All(c => Of(Written(origin, mine, theirs, _ => MergeSide.Mine), c.Key) == c.Mine)
        && conflicts.All(c => Of(Written(origin, mine, theirs, _ => MergeSide.Theirs), c.Key) == c.Theirs));

    [Fact]
    public void Taken_in_twice_it_changes_nothing_more() => Check((origin, mine, theirs) =>
    {
        var once = Written(origin, mine, theirs, _ => MergeSide.Mine);
        return ThreeWayMerge.Of(origin, mine, once) is { Taken.Count: 0, Conflicts.Count: 0 };
    });

    [Fact]
    public void Every_row_of_the_file_is_counted_once() => Check((origin, mine, theirs) =>
        ThreeWayMerge.Of(origin, mine, theirs) is var merge && merge.Taken.Count + merge.Conflicts.Count + merge.Untouched + merge.Agreed == mine.Count);

    [Fact]
    public void Line_breaks_and_spaces_around_are_no_change() =>
        Assert.Equal(WorkbookAnswer.Of(AnswerState.Given, "un\ndeux", null), WorkbookAnswer.Of(AnswerState.Given, " un\r\ndeux ", " "));

    private static void Check(Func<Dictionary<WorkbookKey, WorkbookAnswer>, Dictionary<WorkbookKey, WorkbookAnswer>, Dictionary<WorkbookKey, WorkbookAnswer>, bool> holds) =>
        Prop.ForAll(Side.Zip(File).Zip(Side).ToArbitrary(), sides => holds(sides.Item1.Item1, sides.Item1.Item2, sides.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static WorkbookAnswer Of(IReadOnlyDictionary<WorkbookKey, WorkbookAnswer> side, WorkbookKey key) => side.GetValueOrDefault(key, WorkbookAnswer.None);

    // What is stored once the file is taken in.
    private static Dictionary<WorkbookKey, WorkbookAnswer> Written(
        Dictionary<WorkbookKey, WorkbookAnswer> origin, Dictionary<WorkbookKey, WorkbookAnswer> mine, Dictionary<WorkbookKey, WorkbookAnswer> theirs, Func<MergedAnswer, MergeSide?> side)
    {
        var result = new Dictionary<WorkbookKey, WorkbookAnswer>(theirs);
        foreach (var answer in ThreeWayMerge.Of(origin, mine, theirs).Resolve(side).Written)
        {
            result[answer.Key] = answer.Mine;
        }

        return result;
    }
}
