using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;

namespace Responsables.App.Frameworks;

/// <summary>What a version of a framework holds of what a crosswalk asks.</summary>
public sealed record CrosswalkView(FrameworkView View, CrosswalkCoverage Coverage)
{
    public Crosswalk Crosswalk => Coverage.Crosswalk;
}

/// <summary>The crosswalks with what each framework holds of them, and those that do not fit the latest version of a framework, each with its first fault.</summary>
public sealed record CrosswalkViews(IReadOnlyList<CrosswalkView> All, IReadOnlyList<(string File, Framework Framework, FrameworkFault Fault)> Unfit);

/// <summary>Reads crosswalks. They are open to anyone with a role, as frameworks are.</summary>
public sealed class CrosswalkQuery(FrameworkQuery frameworks, CrosswalkCatalog catalog)
{
    /// <summary>Every crosswalk for the latest version of every framework that it speaks of.</summary>
    public async Task<CrosswalkViews> AllAsync(CancellationToken cancel)
    {
        var views = new List<CrosswalkView>();
        var unfit = new List<(string, Framework, FrameworkFault)>();
        foreach (var view in await frameworks.AllAsync(cancel))
        {
            views.AddRange(Of(view));
            unfit.AddRange(catalog.Of(view.Framework).Where(k => k.Reading.Crosswalk is null).Select(k => (k.File, view.Framework, k.Reading.Faults[0])));
        }

        return new CrosswalkViews(views, unfit);
    }

    /// <summary>What a version of a framework holds of each crosswalk that fits it.</summary>
    public IReadOnlyList<CrosswalkView> Of(FrameworkView view) =>
        [.. catalog.Of(view.Framework).Select(k => k.Reading.Crosswalk).OfType<Crosswalk>().Select(c => new CrosswalkView(view, CrosswalkCoverage.Of(c, view.Framework.Code)))];

    /// <summary>A crosswalk for a version of a framework, the latest when none is named; null when one of them is not there or they do not fit.</summary>
    public async Task<CrosswalkView?> FindAsync(string crosswalk, FrameworkCode framework, int? version, CancellationToken cancel) =>
        await frameworks.FindAsync(framework, version, cancel) is { } view ? Of(view).FirstOrDefault(c => c.Crosswalk.Code == crosswalk) : null;
}
