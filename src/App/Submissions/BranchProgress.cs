using Responsables.Domain.Submissions;

namespace Responsables.App.Submissions;

/// <summary>How far the bodies of a branch are.</summary>
public sealed record BranchProgress(string Branch, int Bodies, IReadOnlyDictionary<SubmissionState, int> States, int Late)
{
    public int In(SubmissionState state) => States.GetValueOrDefault(state);

    /// <summary>By branch, in the order of their names.</summary>
    public static IReadOnlyList<BranchProgress> Of(IEnumerable<SubmissionLine> lines) =>
        [.. lines.GroupBy(l => l.Branch).OrderBy(g => g.Key, StringComparer.InvariantCulture).Select(g => new BranchProgress(
            g.Key, g.Count(), g.GroupBy(l => l.State).ToDictionary(s => s.Key, s => s.Count()), g.Count(l => l.Late)))];
}
