using System.CommandLine;
using Responsables.App.Quality;
using Responsables.Domain.Accounts;
using Responsables.Domain.Quality;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

/// <summary>What the rules of the quality desk find in signed answers, and what became of it.</summary>
internal static class AnomaliesCommands
{
    private static readonly IReadOnlyList<Column<AnomalyLine>> Columns =
    [
        new("organization", l => l.Place.Code.Value), new("indicator", l => l.Block.Value), new("rule", l => l.Key.Rule), new("severity", l => l.Severity.ToString().ToLowerInvariant()),
        new("state", l => StateOf(l.State)), new("question", l => l.Question), new("variable", l => l.Key.Variable.Value, InCsv: false),
        new("value", l => l.Value, InCsv: false), new("due", l => l.Anomaly?.DueAt, InCsv: false),
    ];

    public static Command Group() => new("anomalies", Words.Of("anomalies")) { List() };

    private static Command List()
    {
        var year = CampaignCommands.Year();
        var organization = new Option<string?>("--organization") { Description = Words.Of("anomalies.organization"), HelpName = "CODE" };
        var format = Listing.Format(ListFormat.Csv);
        var command = new Command("list", Words.Of("anomalies.list")) { year, organization, format };
        command.SetAction((parsed, cancel) => Session.RunAsync<AnomaliesQuery>(
            parsed,
            async (query, stop) =>
            {
                var code = parsed.GetValue(organization);
                var view = await query.RunAsync(Actor.Command, new AnomalyRequest { Year = parsed.GetValue(year), Organization = code, IsWhole = true }, stop);
                if (view is null)
                {
                    return Exit.Tell(new Problem("campaigns.year-unknown", null, parsed.GetValue(year)));
                }

                if (code is not null && !await query.HasAsync(view.Campaign, code, stop))
                {
                    return Exit.Tell(new Problem("quality.organization-unknown", null, code, view.Campaign.Year));
                }

                await Listing.WriteAsync(parsed.GetValue(format), Columns, view.Found);
                return Exit.Done;
            },
            cancel));
        return command;
    }

    private static string StateOf(AnomalyState state) => state == AnomalyState.FalseAlarm ? "false_alarm" : state.ToString().ToLowerInvariant();
}
