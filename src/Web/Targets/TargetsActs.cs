using System.Globalization;
using Responsables.App.Consolidation;
using Responsables.App.Series;
using Responsables.App.Targets;
using Responsables.Domain.Accounts;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Domain.Targets;
using Responsables.Web.Platform;

namespace Responsables.Web.Targets;

/// <summary>Reading, setting and removing targets.</summary>
internal static class TargetsActs
{
    public const string IndicatorName = "indicator";
    public const string OutputName = "output";
    public const string YearName = "target_year";

    public static async Task<IResult> ShowOwnAsync(HttpContext http, NodeHistoryQuery histories, ConsolidationSources sources, CancellationToken cancel) =>
        await histories.CampaignsAsync(cancel) is [.., var latest]
            ? Page.GoTo(TargetUrls.Of(FigureAccess.OwnNode(http.SignedIn(), await sources.PerimeterOfAsync(latest, cancel))))
            : Page.Of<Consolidation.NoFiguresPage>();

    public static async Task<IResult> ShowAsync(
        string node, HttpContext http, TargetsQuery query, TargetGuards guards, NodeHistoryQuery histories, ConsolidationSources sources, CancellationToken cancel) =>
        await NodeAsync(node, http.SignedIn(), histories, sources, cancel) is { } found
            ? Page.Of<TargetsPage>(new
            {
                Node = found,
                Targets = await query.OfNodeAsync(http.SignedIn(), found.Key, cancel),
                MaySet = await guards.MaySetAsync(http.SignedIn(), found.Key, cancel),
            })
            : Page.Missing();

    public static async Task<IResult> ShareAsync(
        string node, string? indicator, string? output, int? target_year, HttpContext http, TargetsQuery query, NodeHistoryQuery histories,
        ConsolidationSources sources, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        return await NodeAsync(node, actor, histories, sources, cancel) is { } found
            && (await query.OfNodeAsync(actor, found.Key, cancel))
                .FirstOrDefault(t => t.Target.Indicator.Value == indicator && t.Target.Output == output && t.Target.Year == target_year) is { } target
            ? Page.Of<SharesPage>(new { Node = found, Target = target, Shares = await query.SharesAsync(actor, target, cancel) })
            : Page.Missing();
    }

    public static async Task<IResult> AskAsync(
        string node, Guid? cible, HttpContext http, TargetsQuery query, TargetGuards guards, NodeHistoryQuery histories, ConsolidationSources sources,
        CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (!await guards.MaySetAsync(actor, new NodeKey(node), cancel))
        {
            return Page.Missing();
        }

        var known = cible is null ? null : (await query.OfNodeAsync(actor, new NodeKey(node), cancel)).FirstOrDefault(t => t.Id == cible)?.Target;
        return await FormAsync(node, known is null ? Empty(node) : Input(known), [], actor, histories, sources, cancel);
    }

    public static async Task<IResult> SetAsync(
        string node, Form form, HttpContext http, SetTargets set, TargetGuards guards, NodeHistoryQuery histories, ConsolidationSources sources, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        if (!await guards.MaySetAsync(actor, new NodeKey(node), cancel))
        {
            return Page.Missing();
        }

        // The indicator and its output are chosen together.
        var chosen = form[IndicatorName].Split('/', 2);
        var input = new TargetInput(
            node, chosen[0], chosen.Length > 1 ? chosen[1] : "", form["kind"], form["baseline_year"], form["baseline_value"], form[YearName], form["value"],
            form["direction"], form["source"], IsFrench: true);
        return await set.RunAsync(actor, [input], false, form.Key, cancel) switch
        {
            Outcome<TargetsKept>.Done => Page.GoTo(TargetUrls.Of(new NodeKey(node)), "targets.kept"),
            Outcome<TargetsKept>.Refused refused => await FormAsync(node, input, refused.Problems, actor, histories, sources, cancel),
            Outcome<TargetsKept>.Stale => Results.StatusCode(StatusCodes.Status409Conflict),
            _ => Page.Missing(),
        };
    }

    public static async Task<IResult> RemoveAsync(string node, Guid target, Form form, HttpContext http, SetTargets set, CancellationToken cancel) =>
        (await set.RemoveAsync(http.SignedIn(), target, form.Key, cancel)).ToPage(
            removed => Page.GoTo(TargetUrls.Of(removed.Node), "targets.removed"), _ => Page.Missing());

    private static async Task<IResult> FormAsync(
        string node, TargetInput input, IReadOnlyList<Problem> problems, Actor actor, NodeHistoryQuery histories, ConsolidationSources sources, CancellationToken cancel)
    {
        if (await NodeAsync(node, actor, histories, sources, cancel) is not { } found)
        {
            return Page.Missing();
        }

        var framework = (await sources.FrameworkOfAsync(found.Campaign, cancel)).Framework;
        return Page.Of<TargetPage>(
            new { Node = found, Framework = framework, Input = input, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<TargetNode?> NodeAsync(string node, Actor actor, NodeHistoryQuery histories, ConsolidationSources sources, CancellationToken cancel)
    {
        var key = new NodeKey(node);
        return await histories.LatestWithAsync(key, cancel) is var (campaign, perimeter)
            && FigureAccess.LevelsOf(actor, perimeter, key).Contains(FigureLevel.Validated)
            ? new TargetNode(key, Consolidation.NodeWords.Of(key, sources.Names.Of(perimeter, key)), campaign, perimeter.ChildrenOf(key).Count)
            : null;
    }

    private static TargetInput Empty(string node) => new(node, "", "", "", "", "", "", "", "", "", IsFrench: true);

    private static TargetInput Input(Target target) => new(
        target.Node.Value, target.Indicator.Value, target.Output, target.Kind.ToString().ToLowerInvariant(), Year(target.BaselineYear), Number(target.BaselineValue),
        Year(target.Year), Number(target.Value), target.Side == WantedSide.AtLeast ? "up" : "down", target.Source, IsFrench: true);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value is { } number ? NumberInput.Canonical(number).Replace('.', ',') : "";
}

/// <summary>The node whose targets are looked at, as it is in its latest campaign.</summary>
/// <param name="Children">Organisations right below it.</param>
public sealed record TargetNode(NodeKey Key, string Label, App.Campaigns.Campaign Campaign, int Children);

/// <summary>Addresses of targets.</summary>
internal static class TargetUrls
{
    public static string Of(NodeKey node) => $"/cibles/{Uri.EscapeDataString(node.Value)}";

    public static string Set(NodeKey node, Guid? target = null) => $"{Of(node)}/fixer{(target is { } id ? $"?cible={id}" : "")}";

    public static string Remove(NodeKey node, Guid target) => $"{Of(node)}/{target}/retrait";

    public static string Shares(Target target) => Of(target.Node) + "/repartition" + new QueryString()
        .Add(TargetsActs.IndicatorName, target.Indicator.Value).Add(TargetsActs.OutputName, target.Output)
        .Add(TargetsActs.YearName, target.Year.ToString(CultureInfo.InvariantCulture));
}
