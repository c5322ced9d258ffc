using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App.Consolidation;
using Responsables.App.Disclosure;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal static class ConsolidateCommands
{
    /// <summary>Statistical secrecy, as public statistics write it.</summary>
    private const string Secret = "s";

    private static readonly IReadOnlyList<Column<ConsolidationRow>> Columns =
    [
        new("node", r => r.Node.Value), new("indicator", r => r.Indicator.Value), new("breakdown", r => r.Breakdown), new("unit", r => r.Unit),
        new("value", r => Told(r, r.Figure.Value)), new("numerator", r => Told(r, r.Figure.Numerator)), new("denominator", r => Told(r, r.Figure.Denominator)),
        new("expected", r => r.Figure.Expected), new("answered", r => r.Figure.Answered), new("not_applicable", r => r.Figure.NotApplicable),
        new("unavailable", r => r.Figure.Unavailable), new("missing", r => r.Figure.Missing), new("reason", Reason, InCsv: false),
    ];

    public static Command Consolidate()
    {
        var year = CampaignCommands.Year();
        var by = Choices.Option(
            "--by", Words.Of("consolidate.by"), Hierarchy.Tree, ("tree", Hierarchy.Tree), ("region", Hierarchy.Region),
            ("department", Hierarchy.Department), ("network", Hierarchy.Network), ("branch", Hierarchy.Branch));
        var node = new Option<string?>("--node") { Description = Words.Of("consolidate.node"), HelpName = "CODE" };
        var indicator = new Option<string?>("--indicator") { Description = Words.Of("consolidate.indicator"), HelpName = "CODE" };
        var status = Choices.Option("--status", Words.Of("consolidate.status"), FigureLevel.Validated);
        var format = Listing.Format(ListFormat.Csv);
        var rebuild = new Option<bool>("--rebuild") { Description = Words.Of("consolidate.rebuild") };
        var asPublic = new Option<bool>("--public") { Description = Words.Of("consolidate.public") };
        var command = new Command("consolidate", Words.Of("consolidate")) { year, by, node, indicator, status, asPublic, format, rebuild };
        command.SetAction((parsed, cancel) => Session.RunAsync<IServiceProvider>(
            parsed,
            async (services, stop) =>
            {
                if (parsed.GetValue(rebuild))
                {
                    var rebuilt = await services.GetRequiredService<RebuildParts>().RunAsync(Actor.Command, parsed.GetValue(year), Guid.CreateVersion7(), stop);
                    if (await Exit.OfAsync(rebuilt, Told) is not Exit.Done and var refused)
                    {
                        return refused;
                    }
                }

                var query = new ConsolidationQuery(
                    parsed.GetValue(year), parsed.GetValue(by), parsed.GetValue(node) is { } key ? new NodeKey(key) : null,
                    parsed.GetValue(indicator) is { } code ? new IndicatorCode(code) : null, parsed.GetValue(status));
                return await Exit.OfAsync(
                    parsed.GetValue(asPublic)
                        ? await services.GetRequiredService<PublicRows>().OfAsync(Actor.Command, query, stop)
                        : await services.GetRequiredService<ConsolidationRows>().OfAsync(Actor.Command, query, stop),
                    rows => Listing.WriteAsync(parsed.GetValue(format), Columns, rows));
            },
            cancel));
        return command;
    }

    /// <summary>A number, or the sign of what the public may not read.</summary>
    private static object? Told(ConsolidationRow row, decimal? number) => row.Figure.Reason == NoValue.Secret ? Secret : number;

    private static Task Told(PartsRebuilt rebuilt) => Console.Error.WriteLineAsync(rebuilt.Differing == 0
        ? Words.Of("consolidate.same", rebuilt.Rows)
        : Words.Of("consolidate.differed", rebuilt.Differing, rebuilt.Rows, string.Join(", ", rebuilt.First)));

    private static string? Reason(ConsolidationRow row) =>
        row.Figure.Reason == NoValue.None ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Figure.Reason.ToString());
}
