using System.CommandLine;
using Responsables.App.Campaigns;
using Responsables.Domain.Accounts;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Frameworks;

namespace Responsables.Cli;

internal static class CampaignCommands
{
    private static readonly IReadOnlyList<Column<CampaignLine>> Columns =
    [
        new("year", c => c.Campaign.Year), new("framework", c => c.Campaign.FrameworkCode.Value), new("version", c => c.Campaign.FrameworkVersion),
        new("tree_date", c => c.Campaign.TreeDate), new("entry_from", c => c.Campaign.EntryFrom), new("entry_to", c => c.Campaign.EntryTo),
        new("review_to", c => c.Campaign.ReviewTo), new("acceptance_to", c => c.Campaign.AcceptanceTo),
        new("correction_from", c => c.Campaign.CorrectionFrom), new("correction_to", c => c.Campaign.CorrectionTo), new("zone", c => c.Campaign.Zone),
        new("opened_at", c => c.Campaign.OpenedAt), new("closed_at", c => c.Campaign.ClosedAt), new("bodies", c => c.Bodies),
        new("started", c => c.Started), new("signed", c => c.Signed),
    ];

    public static Command Group() => new("campaign", Words.Of("campaign")) { Open(), List(), Close() };

    private static Command Open()
    {
        var year = Year();
        var framework = new Option<string>("--framework") { Description = Words.Of("campaign.framework"), HelpName = "CODE", Required = true };
        var treeDate = Days.Option("--tree-date", Words.Of("campaign.tree-date"));
        var optional = new Option<string>("--optional")
        {
            Description = Words.Of("campaign.optional"),
            HelpName = "all|none|CODE,CODE",
            DefaultValueFactory = _ => "none",
        };
        var entry = Days.Range("--entry", Words.Of("campaign.entry"));
        var review = Days.Option("--review", Words.Of("campaign.review"));
        var acceptance = Days.Option("--acceptance", Words.Of("campaign.acceptance"));
        var correction = Days.Range("--correction", Words.Of("campaign.correction"));
        var command = new Command("open", Words.Of("campaign.open")) { year, framework, treeDate, optional, entry, review, acceptance, correction };
        command.SetAction((parsed, cancel) => Session.RunAsync<OpenCampaign>(
            parsed,
            async (open, stop) =>
            {
                var chosen = parsed.GetValue(optional)!.Trim();
                var opening = new CampaignOpening(
                    parsed.GetValue(year), new FrameworkCode(parsed.GetValue(framework)!), parsed.GetValue(treeDate),
                    chosen is "all" or "none"
                        ? []
                        : [.. chosen.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .Select(code => (CampaignAsk.AllBranches, new IndicatorCode(code)))],
                    DefaultCalendar.With(
                        parsed.GetValue(year), parsed.GetValue(entry), parsed.GetValue(review), parsed.GetValue(acceptance), parsed.GetValue(correction)),
                    chosen == "all");
                return await Exit.OfAsync(
                    await open.RunAsync(Actor.Command, opening, Guid.CreateVersion7(), stop),
                    opened => Listing.WriteAsync(
                        ListFormat.Json, [new Column<CampaignOpened>("year", o => o.Year), new("bodies", o => o.Submissions)], opened));
            },
            cancel));
        return command;
    }

    private static Command List()
    {
        var format = Listing.Format(ListFormat.Json);
        var command = new Command("list", Words.Of("campaign.list")) { format };
        command.SetAction((parsed, cancel) => Session.RunAsync<CampaignList>(
            parsed,
            async (campaigns, stop) =>
            {
                await Listing.WriteAsync(parsed.GetValue(format), Columns, await campaigns.AllAsync(stop));
                return Exit.Done;
            },
            cancel));
        return command;
    }

    private static Command Close()
    {
        var year = Year();
        var command = new Command("close", Words.Of("campaign.close")) { year };
        command.SetAction((parsed, cancel) => Session.RunAsync<CloseCampaign>(
            parsed,
            async (close, stop) => await Exit.OfAsync(
                await close.RunAsync(Actor.Command, parsed.GetValue(year), Guid.CreateVersion7(), stop),
                closed => Listing.WriteAsync(ListFormat.Json, [new Column<int>("closed", y => y)], closed)),
            cancel));
        return command;
    }

    public static Option<int> Year() => new("--year") { Description = Words.Of("option.year"), HelpName = "AAAA", Required = true };
}
