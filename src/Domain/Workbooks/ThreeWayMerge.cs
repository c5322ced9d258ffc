namespace Responsables.Domain.Workbooks;

/// <summary>One answer seen three times.</summary>
/// <param name="Base">What both started from: what was stored when the workbook was made.</param>
/// <param name="Mine">What the file has.</param>
/// <param name="Theirs">What is stored now.</param>
public sealed record MergedAnswer(WorkbookKey Key, WorkbookAnswer Base, WorkbookAnswer Mine, WorkbookAnswer Theirs);

/// <summary>Which answer of a conflict is kept.</summary>
public enum MergeSide
{
    /// <summary>That of the file.</summary>
    Mine,

    /// <summary>The stored one.</summary>
    Theirs,
}

/// <summary>
/// What a file would change: what it did not change stays as it is stored; what it changed is taken where nothing was stored since; where
/// both changed differently, somebody has to choose.
/// </summary>
public sealed class ThreeWayMerge
{
    private ThreeWayMerge(IReadOnlyList<MergedAnswer> taken, IReadOnlyList<MergedAnswer> conflicts, int untouched, int agreed)
    {
        Taken = taken;
        Conflicts = conflicts;
        Untouched = untouched;
        Agreed = agreed;
    }

    /// <summary>Changed in the file and nowhere else, in the order of the file.</summary>
    public IReadOnlyList<MergedAnswer> Taken { get; }

    /// <summary>Changed on both sides, differently.</summary>
    public IReadOnlyList<MergedAnswer> Conflicts { get; }

    /// <summary>Not changed in the file, whatever is stored now.</summary>
    public int Untouched { get; }

    /// <summary>Changed in the file to what is stored already.</summary>
    public int Agreed { get; }

    /// <param name="mine">What the file has; a place that it does not have is untouched.</param>
    public static ThreeWayMerge Of(
        IReadOnlyDictionary<WorkbookKey, WorkbookAnswer> @base, IEnumerable<KeyValuePair<WorkbookKey, WorkbookAnswer>> mine,
        IReadOnlyDictionary<WorkbookKey, WorkbookAnswer> theirs)
    {
        var taken = new List<MergedAnswer>();
        var conflicts = new List<MergedAnswer>();
        var (untouched, agreed) = (0, 0);
        foreach (var (key, written) in mine)
        {
            var one = new MergedAnswer(key, @base.GetValueOrDefault(key, WorkbookAnswer.None), written, theirs.GetValueOrDefault(key, WorkbookAnswer.None));
            if (one.Mine == one.Base)
            {
                untouched++;
            }
            else if (one.Mine == one.Theirs)
            {
                agreed++;
            }
            else
            {
                (one.Theirs == one.Base ? taken : conflicts).Add(one);
            }
        }

        return new ThreeWayMerge(taken, conflicts, untouched, agreed);
    }

    /// <summary>What is to be written once each conflict is decided: the answers of the file, each with what it replaces.</summary>
    /// <param name="side">What was chosen for a conflict; null: nothing yet.</param>
    /// <returns>What to write, and the conflicts that nobody decided.</returns>
    public (IReadOnlyList<MergedAnswer> Written, IReadOnlyList<MergedAnswer> Undecided) Resolve(Func<MergedAnswer, MergeSide?> side)
    {
        var chosen = Conflicts.Select(c => (Conflict: c, Side: side(c))).ToList();
        return (
            [.. Taken, .. chosen.Where(c => c.Side == MergeSide.Mine).Select(c => c.Conflict)],
            [.. chosen.Where(c => c.Side is null).Select(c => c.Conflict)]);
    }
}
