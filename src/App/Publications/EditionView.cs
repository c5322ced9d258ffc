using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>Everything that the page of an edition shows.</summary>
/// <param name="National">The figures of the whole.</param>
/// <param name="Before">Those of the edition that it corrects; null: it corrects none.</param>
/// <param name="MayPublish">Whether this person could publish it, were nothing against it.</param>
/// <param name="Refusals">What stands against its publication.</param>
public sealed record EditionShown(
    EditionRead Read, EditionContent Content, IReadOnlyList<EditionFigure> National, IReadOnlyList<EditionFigure>? Before, bool MayDecide, bool MayPublish, IReadOnlyList<Problem> Refusals);

/// <summary>Reads the page of an edition.</summary>
public sealed class EditionView(EditionsQuery editions, DecideEdition decide, PublishEdition publish, TimeProvider clock)
{
    /// <summary>The page; null when there is no such edition or it is not for this person.</summary>
    public async Task<EditionShown?> RunAsync(Actor actor, int number, CancellationToken cancel)
    {
        if (await editions.FindAsync(actor, number, cancel) is not { } read)
        {
            return null;
        }

        var head = await editions.ContentAsync(number, [], cancel);
        var root = head.Perimeter.Root;
        var before = read.Edition.Corrects is { } corrected ? await editions.FiguresAsync(corrected, root, cancel) : null;
        var isUnpublished = read.State is EditionState.Prepared or EditionState.Approved;
        return new EditionShown(
            read, head, await editions.FiguresAsync(number, root, cancel), before, decide.May(actor, read.Edition), isUnpublished && actor.May(Permission.PreparePublication),
            isUnpublished ? await publish.RefusalsAsync(read.Edition, clock.GetUtcNow(), cancel) : []);
    }
}
