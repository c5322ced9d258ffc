using Responsables.App.Publications;
using Responsables.Domain.Accounts;
using Responsables.Web.Tests.Consolidation;

namespace Responsables.Web.Tests.Public;

/// <summary>Editions of <see cref="FiguresWorld"/>, where department 76 holds one body only: 30 trained persons out of 300.</summary>
internal static class PublishedWorld
{
    public const string Indicator = "/resultats/2024/indicateurs/part-formes";

    /// <summary>Every address of which nothing is told before the public reads an edition.</summary>
    public static readonly IReadOnlyList<string> Addresses =
    [
        "/resultats/2024", "/resultats/2024/engagements/1", "/resultats/2024/noeuds/fed", Indicator, $"{Indicator}.csv", $"{Indicator}.json", $"{Indicator}/carte.svg",
        $"{Indicator}/integrer", "/resultats/rectifications", "/resultats/methode", "/resultats/cle-publique.pem", "/resultats/editions/1", "/resultats/editions/1/documents/edition-1.ods", "/resultats/donnees",
        "/resultats/donnees/dictionnaire", "/donnees/catalogue.jsonld", "/donnees/2024/e1/figures.csv", "/donnees/2024/e1/edition.json", "/donnees/2024/e1/SHA256SUMS",
    ];

    private static readonly Actor Committee = new(Guid.NewGuid(), "Comité", [new Grant(Role.Committee, null)], false);

    public static async Task<Site> StartAsync(bool opensBodies = false)
    {
        var site = await FiguresWorld.StartAsync("--RESPONSABLES_REQUESTS_PER_MINUTE=100000");
        await site.PrepareAsync("");
        await site.PublishAsync(1, null, opensBodies);
        return site;
    }

    /// <summary>Freezes and approves.</summary>
    public static async Task PrepareAsync(this Site site, string reason)
    {
        var made = await site.UseAsync<CreateEdition, EditionMade>(c => c.RunAsync(Actor.Command, 2024, reason, Guid.NewGuid(), default));
        await site.UseAsync<DecideEdition, EditionDecided>(d => d.ApproveAsync(Committee, made.Number, Guid.NewGuid(), default));
    }

    public static Task<EditionPublished> PublishAsync(this Site site, int number, DateOnly? embargo, bool opensBodies = false) =>
        site.UseAsync<PublishEdition, EditionPublished>(p => p.RunAsync(Actor.Command, number, new PublicationTerms(embargo, opensBodies), Guid.NewGuid(), default));

    /// <summary>Bêta de Paris, which had not answered, does: 30 trained persons out of 40. The whole goes from 180 out of 600 to 210 out of 640.</summary>
    public static async Task CorrectAsync(this Site site, bool opensBodies = false)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ImportAsync(2024, true, true, FiguresWorld.Body("beta-75", 40, 30, "non"));
        await site.PrepareAsync("Une réponse arrivée tard.");
        await site.PublishAsync(2, null, opensBodies);
    }
}
