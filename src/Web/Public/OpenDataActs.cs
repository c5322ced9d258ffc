using System.Text;
using Responsables.App.OpenData;
using Responsables.App.Publications;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>What is there to be taken: files of each edition, the catalogue that harvesters read, the keys by which files are verified.</summary>
internal static class OpenDataActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, PublicEditions editions, OpenDataFiles files, Instance instance, CancellationToken cancel)
    {
        var years = await YearsAsync(editions, files, cancel);
        return years.Count == 0 ? Page.Missing()
            : await PublicAnswer.PageAsync(editions, http, () => Page.Of<OpenDataPage>(new { Years = years, Site = instance.Site(http.Request) }));
    }

    public static async Task<IResult> ShowDictionaryAsync(HttpContext http, PublicEditions editions, CancellationToken cancel) =>
        await editions.OfYearAsync(null, cancel) is { } edition
            ? await PublicAnswer.PageAsync(editions, http, () => Page.Of<DictionaryPage>(new { Edition = edition }))
            : Page.Missing();

    /// <summary>An edition at its own address, corrected since or not.</summary>
    public static async Task<IResult> ShowEditionAsync(int number, HttpContext http, PublicEditions editions, OpenDataFiles files, CancellationToken cancel)
    {
        if (await editions.FindAsync(number, cancel) is not { } edition)
        {
            return Page.Missing();
        }

        var (list, by) = (await files.ListAsync(edition, cancel), await editions.CorrectedByAsync(number, cancel));
        return await PublicAnswer.PageAsync(editions, http, () => Page.Of<EditionPage>(new { Edition = edition, Files = list, CorrectedBy = by }));
    }

    public static async Task<IResult> FileAsync(int year, int edition, string file, PublicEditions editions, OpenDataFiles files, CancellationToken cancel) =>
        await editions.FindAsync(edition, cancel) is { } found && found.Year == year && await files.FindAsync(found, file, cancel) is { } there
            ? PublicAnswer.File(there.Content, Catalogue.MediaTypeOf(file) + "; charset=utf-8", file, $"{found.Seal} {there.Sha256}", true)
            : Page.Missing();

    public static async Task<IResult> CatalogueAsync(HttpContext http, PublicEditions editions, OpenDataFiles files, Instance instance, CancellationToken cancel)
    {
        var years = await YearsAsync(editions, files, cancel);
        if (years.Count == 0)
        {
            return Page.Missing();
        }

        var content = Catalogue.Of(new CatalogueSite(instance.Site(http.Request), instance.Contact), years);
        return PublicAnswer.File(content, "application/ld+json; charset=utf-8", "catalogue.jsonld", new PublicFile("", content).Sha256, false);
    }

    /// <summary>Every public key that ever signed, in PEM.</summary>
    public static async Task<IResult> KeysAsync(PublicEditions editions, SigningKeys keys, CancellationToken cancel)
    {
        if (await editions.OfYearAsync(null, cancel) is null)
        {
            return Page.Missing();
        }

        var text = new StringBuilder();
        foreach (var (_, key) in await keys.PublicAsync(cancel))
        {
            text.Append(System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", Convert.FromBase64String(key))).Append('\n');
        }

        var content = Encoding.ASCII.GetBytes(text.ToString());
        return PublicAnswer.File(content, "application/x-pem-file", "cle-publique.pem", new PublicFile("", content).Sha256, false);
    }

    private static async Task<IReadOnlyList<CatalogueYear>> YearsAsync(PublicEditions editions, OpenDataFiles files, CancellationToken cancel)
    {
        var years = new List<CatalogueYear>();
        foreach (var year in await editions.YearsAsync(cancel))
        {
            var edition = (await editions.OfYearAsync(year, cancel))!;
            years.Add(new CatalogueYear(edition, await files.ListAsync(edition, cancel)));
        }

        return years;
    }
}
