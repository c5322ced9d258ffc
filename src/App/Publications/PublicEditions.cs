using Responsables.Domain.Publications;

namespace Responsables.App.Publications;

/// <summary>
/// The one way by which the public reads editions: none before the end of its embargo, nothing of one body unless its publication opens bodies. Whether an
/// edition is public is asked of the database each time; what it holds never changes, and is kept.
/// </summary>
public sealed class PublicEditions(EditionsQuery query, PublicShelf shelf)
{
    private IReadOnlyList<EditionRead>? list;

    /// <summary>Every edition that the public may read, the latest first.</summary>
    public async Task<IReadOnlyList<EditionRead>> ListAsync(CancellationToken cancel) => list ??= await query.ListAsync(null, cancel);

    /// <summary>The edition of a year that the public reads; of the latest year when none is named; null: there is none.</summary>
    public async Task<PublicEdition?> OfYearAsync(int? year, CancellationToken cancel) =>
        (await ListAsync(cancel)).Where(e => e.State == EditionState.Public && (year is null || e.Edition.Year == year)).MaxBy(e => e.Edition.Year) is { } read
            ? await OpenAsync(read.Edition, cancel) : null;

    /// <summary>An edition, corrected since or not; null: the public reads none of this number.</summary>
    public async Task<PublicEdition?> FindAsync(int number, CancellationToken cancel) =>
        (await ListAsync(cancel)).FirstOrDefault(e => e.Edition.Number == number) is { } read ? await OpenAsync(read.Edition, cancel) : null;

    /// <summary>The number of the edition that the public reads instead of this one; null: it reads this one.</summary>
    public async Task<int?> CorrectedByAsync(int number, CancellationToken cancel)
    {
        var editions = await ListAsync(cancel);
        return editions.FirstOrDefault(e => e.Edition.Number == number) is { State: EditionState.Corrected } read
            ? editions.First(e => e.Edition.Year == read.Edition.Year && e.State == EditionState.Public).Edition.Number : null;
    }

    /// <summary>The years of which something is public, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancel) =>
        [.. (await ListAsync(cancel)).Select(e => e.Edition.Year).Distinct().OrderDescending()];

    /// <summary>The canonical file of an edition, without what is not told.</summary>
    public async Task<byte[]> JsonAsync(PublicEdition edition, CancellationToken cancel) =>
        await query.JsonAsync((await ListAsync(cancel)).First(e => e.Edition.Number == edition.Number).Edition, edition.OpensBodies, cancel);

    /// <summary>
    /// What an edition restates of the one it corrects. Both must tell the node; and what was still under embargo when it was corrected had never been read.
    /// </summary>
    public async Task<IReadOnlyList<PublicRestatement>> RestatementsAsync(PublicEdition edition, CancellationToken cancel)
    {
        if (edition.Content.Head.Corrects is not { } corrected || await FindAsync(corrected, cancel) is not { } before || before.PublicFrom > edition.PublicFrom)
        {
            return [];
        }

        return [.. from restatement in await query.RestatementsAsync(edition.Number, cancel)
            let place = edition.Place(restatement.Node)
            where place is not null && before.Place(restatement.Node) is not null
            select new PublicRestatement(edition, place, restatement)];
    }

    private Task<PublicEdition> OpenAsync(Edition edition, CancellationToken cancel) => shelf.OpenAsync(
        edition.Number, async () => new PublicEdition(edition, await query.WholeAsync(edition.Number, edition.Publication!.OpensBodies, cancel)), cancel);
}
