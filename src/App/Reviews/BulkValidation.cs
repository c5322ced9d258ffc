using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What a validation of several dossiers at once covers.</summary>
public enum BulkScope
{
    /// <summary>What waits and has nothing to be looked at first.</summary>
    WithoutRemark,

    /// <summary>All that waits.</summary>
    All,
}

/// <summary>Why a block that waits is left as it is.</summary>
public enum LeftAside { HasRemark, OwnEntry }

/// <summary>What a validation does to one dossier.</summary>
/// <param name="Version">Version of the dossier that was looked at.</param>
/// <param name="Validated">Blocks that are validated.</param>
/// <param name="Left">Blocks that wait and are left, with the reason.</param>
public sealed record BulkLine(
    Submission Submission, int Version, IReadOnlyList<Block> Validated, IReadOnlyList<(Block Block, LeftAside Why)> Left);

/// <summary>What a validation of several dossiers does to each of them. Pure: the same answer is shown first, then done.</summary>
public static class BulkValidation
{
    public static BulkLine Of(Dossier dossier, Actor actor, BulkScope scope)
    {
        var validated = new List<Block>();
        var left = new List<(Block, LeftAside)>();
        foreach (var block in dossier.Questionnaire.Blocks.Where(b => dossier.StateOf(b.Key) == BlockState.Signed))
        {
            if (ReviewGuards.Validating(dossier, actor, block.Key).Any())
            {
                left.Add((block, LeftAside.OwnEntry));
            }
            else if (scope == BulkScope.WithoutRemark && dossier.IsFirstLook(block))
            {
                left.Add((block, LeftAside.HasRemark));
            }
            else
            {
                validated.Add(block);
            }
        }

        return new BulkLine(dossier.Submission, dossier.Submission.Version, validated, left);
    }
}
