using System.Text;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using static Responsables.App.Tests.Support.SmallCampaign;
using static Responsables.World.SmallFederation;

namespace Responsables.App.Tests.Series;

/// <summary>
/// The vehicles of a few bodies from 2021 to 2024, validated: alpha-14 and alpha-76 merge in 2024 without changing a number, beta-75 joins fonds-b in
/// 2022, alpha-75 grows.
/// </summary>
internal static class YearsOfCars
{
    public static async Task<SmallCampaign> OpenAsync(Engine engine)
    {
        var campaign = await SmallCampaign.OpenAsync(engine);
        foreach (var year in (int[])[2021, 2022, 2023])
        {
            Done(await campaign.OpenYearAsync(year));
        }

        await ImportAsync(campaign, 2021, (Alpha75, 9), (Alpha14, 3), (Alpha76, 5), (Beta14, 1), (Beta75, 4));
        await ImportAsync(campaign, 2022, (Alpha75, 10), (Alpha14, 3), (Alpha76, 5), (Beta14, 1), (Beta75, 4));
        await ImportAsync(campaign, 2023, (Alpha75, 11), (Alpha14, 3), (Alpha76, 5), (Beta14, 1), (Beta75, 4));
        await ImportAsync(campaign, 2024, (Alpha75, 12), (AlphaNormandie, 8), (Beta14, 1), (Beta75, 4));
        return campaign;
    }

    public static async Task ImportAsync(SmallCampaign campaign, int year, params (OrganizationCode Body, int Cars)[] rows) =>
        Done(await campaign.Database.WithAsync<ImportAnswers, Outcome<AnswersImported>>(async import =>
        {
            var text = string.Join('\n', rows.Select(r => $"{r.Body},vehicules,,{r.Cars},,").Prepend(Header)) + "\n";
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return await import.RunAsync(Actor.Command, file, new AnswersImport(year, false, true, true), Guid.NewGuid(), default);
        }));
}
