using Responsables.Domain.Accounts;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;

namespace Responsables.App.Publications;

/// <summary>Everything that the page of an edition shows.</summary>
/// <param name="National">The figures of the whole.</param>
/// <param name="Before">Those of the edition that it corrects; null: it corrects none.</param>
/// <param name="Figures">How many figures it holds, over all nodes.</param>
/// <param name="Secrets">How many of them are hidden.</param>
/// <param name="MayPublish">Whether this person could publish it, were nothing against it.</param>
/// <param name="Refusals">What stands against its publication.</param>
public sealed record EditionShown(
    EditionRead Read, EditionContent Content, IReadOnlyList<EditionFigure> National, IReadOnlyList<EditionFigure>? Before, int Figures, int Secrets, bool MayDecide,
    bool MayPublish, IReadOnlyList<Problem> Refusals);

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

        var content = await editions.WholeAsync(number, withBodies: true, cancel);
        var root = content.Perimeter.Root;
        var before = read.Edition.Corrects is { } corrected ? (await editions.ContentAsync(corrected, [root], cancel)).Nodes.SelectMany(n => n.Figures).ToList() : null;
        var isUnpublished = read.State is EditionState.Prepared or EditionState.Approved;
        return new EditionShown(
            read, content, content.Nodes.FirstOrDefault(n => n.Node == root)?.Figures ?? [], before, content.Nodes.Sum(n => n.Figures.Count),
            content.Nodes.Sum(n => n.Figures.Count(f => f.IsSecret)), decide.May(actor, read.Edition), isUnpublished && actor.May(Permission.PreparePublication),
            isUnpublished ? await publish.RefusalsAsync(read.Edition, clock.GetUtcNow(), cancel) : []);
    }
}
