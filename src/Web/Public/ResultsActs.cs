using Responsables.App.Publications;
using Responsables.Domain.Organizations;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>The published figures, by year, engagement and node; what was rectified, and how they are made.</summary>
internal static class ResultsActs
{
    public static async Task<IResult> ShowLatestAsync(HttpContext http, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(null, cancel) is { } edition
            ? await YearAsync(http, editions, edition, cancel)
            : Page.Of<NoResultsPage>();

    public static async Task<IResult> ShowYearAsync(int year, HttpContext http, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(year, cancel) is { } edition ? await YearAsync(http, editions, edition, cancel) : Page.Missing();

    public static async Task<IResult> ShowCommitmentAsync(int year, int number, HttpContext http, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(year, cancel) is { } edition && edition.Content.Framework.Commitments.FirstOrDefault(c => c.Number == number) is { } commitment
            ? await PublicAnswer.PageAsync(editions, http, () => Page.Of<CommitmentPage>(new { Edition = edition, Commitment = commitment }))
            : Page.Missing();

    public static async Task<IResult> ShowNodeAsync(int year, string node, HttpContext http, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(year, cancel) is { } edition && edition.Place(new NodeKey(node)) is { } place
            ? await PublicAnswer.PageAsync(editions, http, () => Page.Of<NodePage>(new { Edition = edition, Place = place }))
            : Page.Missing();

    public static async Task<IResult> ShowRestatementsAsync(int? page, HttpContext http, PublicEditions editions, CancellationToken cancel)
    {
        if (await editions.OfYearAsync(null, cancel) is null)
        {
            return Page.Missing();
        }

        var all = new List<PublicRestatement>();
        foreach (var read in (await editions.ListAsync(cancel)).Where(e => e.Edition.Corrects is not null))
        {
            var edition = (await editions.FindAsync(read.Edition.Number, cancel))!;
            // The whole first, and what everybody looks at before its details.
            all.AddRange((await editions.RestatementsAsync(edition, cancel)).OrderBy(r => r.Place.Node != edition.Root).ThenBy(r => r.Restatement.Breakdown.Length > 0));
        }

        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<RestatementsPage>(new { Restatements = all, PageNumber = page ?? 1 }));
    }

    public static async Task<IResult> ShowMethodAsync(HttpContext http, PublicEditions editions, SigningKeys keys, CancellationToken cancel)
    {
        if (await editions.OfYearAsync(null, cancel) is not { } edition)
        {
            return Page.Missing();
        }

        var fingerprints = (await keys.PublicAsync(cancel)).Select(k => k.Fingerprint).ToList();
        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<MethodPage>(new { Edition = edition, Keys = fingerprints }));
    }

    private static async Task<IResult> YearAsync(HttpContext http, PublicEditions editions, PublicEdition edition, CancellationToken cancel)
    {
        var years = await editions.YearsAsync(cancel);
        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<ResultsPage>(new { Edition = edition, Years = years }));
    }
}
