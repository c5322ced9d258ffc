using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Campaigns;
using Responsables.App.Frameworks;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.World;

namespace Responsables.Web.Tests.Consolidation;

/// <summary>
/// The small federation with the small framework. In 2024 three bodies are validated, one is only signed, one is a draft:
/// <code>
///                   staff  trained  plan
/// alpha-75            100       50   oui   validated   (40 trained in 2023, validated)
/// alpha-normandie     300       30   non   validated
/// beta-14             200      100   oui   validated
/// alpha-sans           60       60   oui   signed
/// beta-75              40        0   non   draft
/// </code>
/// </summary>
internal static class FiguresWorld
{
    public static async Task<Site> StartAsync(params string[] settings)
    {
        var site = await Site.StartAsync(false, settings);
        await site.LoadAsync(SmallFramework.Yaml);
        await site.OpenAsync(2023);
        await site.OpenAsync(2024);
        await site.ImportAsync(2023, true, true, Body("alpha-75", 100, 40, "oui"));
        await site.ImportAsync(2024, true, true, Body("alpha-75", 100, 50, "oui"), Body("alpha-normandie", 300, 30, "non"), Body("beta-14", 200, 100, "oui"));
        await site.ImportAsync(2024, true, false, Body("alpha-sans", 60, 60, "oui"));
        await site.ImportAsync(2024, false, false, Body("beta-75", 40, 0, "non"));
        return site;
    }

    public static async Task LoadAsync(this Site site, string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("responsables-framework-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "essai.yaml"), yaml);
        await site.UseAsync<LoadFrameworks, IReadOnlyList<FrameworkLoaded>>(l => l.RunAsync(Actor.Command, folder.FullName, Guid.NewGuid(), default));
        folder.Delete(recursive: true);
    }

    public static Task<CampaignOpened> OpenAsync(this Site site, int year) => site.UseAsync<OpenCampaign, CampaignOpened>(
        o => o.RunAsync(Actor.Command, new CampaignOpening(year, SmallFramework.Code, null, [], null), Guid.NewGuid(), default));

    public static async Task<T> UseAsync<TUse, T>(this Site site, Func<TUse, Task<Outcome<T>>> act)
        where TUse : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUse>());
        Assert.Empty(outcome is Outcome<T>.Refused refused ? refused.Problems.Select(p => $"{p.Place} {p.Code} {string.Join(' ', p.Arguments)}") : []);
        return Assert.IsType<Outcome<T>.Done>(outcome).Value;
    }

    public static Task<AnswersImported> ImportAsync(this Site site, int year, bool sign, bool validate, params string[] bodies) =>
        site.UseAsync<ImportAnswers, AnswersImported>(async i =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes("organization,variable,breakdown,value,state,comment\n" + string.Concat(bodies)));
            return await i.RunAsync(Actor.Command, file, new AnswersImport(year, false, sign, validate), Guid.NewGuid(), default);
        });

    public static string Body(string code, int staff, int trained, string plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{code},effectif_physique_3112,,{staff},,\n{code},surface_m2,,1000,,\n{code},formes,,{trained},,\n{code},plan,,{plan},,\n{code},delai,,,indisponible,Le logiciel a changé\n{code},factures,,5,,\n");
}
