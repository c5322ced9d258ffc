using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Frameworks;

/// <summary>A framework version that was found in a folder, and whether it was not yet known.</summary>
public sealed record FrameworkLoaded(string Code, int Version, bool IsNew);

/// <summary>A framework that was imported from its file, or would be.</summary>
public sealed record FrameworkImported(string Code, int Version, bool IsNew, int Indicators, int Variables);

/// <summary>
/// Stores the frameworks of a folder. Loading again does nothing; a file that changed without a new version number is refused, since
/// campaigns pin what was published.
/// </summary>
public sealed class LoadFrameworks(AppDb db, Writing writing)
{
    /// <summary>The frameworks that travel with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "frameworks");

    public async Task<Outcome<IReadOnlyList<FrameworkLoaded>>> RunAsync(Actor actor, string folder, Guid key, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageReference))
        {
            return Outcome.Missing<IReadOnlyList<FrameworkLoaded>>();
        }

        var problems = new List<Problem>();
        var found = new List<(Framework Framework, string Yaml)>();
        foreach (var file in FrameworkFolder.Files(folder))
        {
            var yaml = await File.ReadAllTextAsync(file, cancel);
            var reading = FrameworkReader.Read(yaml);
            problems.AddRange(reading.Faults.Select(f => FrameworkPlace.Told(f, Path.GetFileName(file))));
            if (reading.Framework is { } framework)
            {
                found.Add((framework, yaml));
            }
        }

        if (FrameworkFolder.ContinuitiesOf(folder) is { } links)
        {
            var reading = Continuities.Read(await File.ReadAllTextAsync(links, cancel), found.Select(f => f.Framework));
            problems.AddRange(reading.Faults.Select(f => FrameworkPlace.Told(f, Path.GetFileName(links))));
        }

        return problems.Count > 0
            ? Outcome.Refused<IReadOnlyList<FrameworkLoaded>>(problems)
            : await writing.OnceAsync(key, now => StoreAsync(actor, found, now, cancel), cancel);
    }

    /// <summary>Stores one framework from the text of its file, or only says what would come of it; every fault with its line and path.</summary>
    public async Task<Outcome<FrameworkImported>> ImportAsync(Actor actor, string yaml, bool isDry, Guid key, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageReference))
        {
            return Outcome.Missing<FrameworkImported>();
        }

        var reading = FrameworkReader.Read(yaml);
        if (reading.Framework is not { } framework)
        {
            return Outcome.Refused<FrameworkImported>([.. reading.Faults.Select(f => FrameworkPlace.Told(f))]);
        }

        async Task<Outcome<FrameworkImported>> StoreOneAsync(DateTimeOffset now) => await StoreAsync(actor, [(framework, yaml)], now, cancel) switch
        {
            Outcome<IReadOnlyList<FrameworkLoaded>>.Done done => Outcome.Done(new FrameworkImported(
                framework.Code.Value, framework.Version, done.Value[0].IsNew, framework.Indicators.Count(), framework.Variables.Count)),
            Outcome<IReadOnlyList<FrameworkLoaded>>.Refused refused => Outcome.Refused<FrameworkImported>(refused.Problems),
            _ => Outcome.Missing<FrameworkImported>(),
        };

        return isDry ? await writing.RehearseAsync(StoreOneAsync, cancel) : await writing.OnceAsync(key, StoreOneAsync, cancel);
    }

    private async Task<Outcome<IReadOnlyList<FrameworkLoaded>>> StoreAsync(
        Actor actor, List<(Framework Framework, string Yaml)> found, DateTimeOffset now, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var loaded = new List<FrameworkLoaded>();
        var acts = new List<TrailEntry>();
        foreach (var (framework, yaml) in found)
        {
            var version = FrameworkVersion.Of(framework.Code, framework.Version, yaml, now);
            var known = await db.FrameworkVersions.AsNoTracking()
                .Where(f => f.Code == framework.Code && f.Version == framework.Version).Select(f => f.Seal).SingleOrDefaultAsync(cancel);
            loaded.Add(new FrameworkLoaded(framework.Code.Value, framework.Version, known is null));
            if (known is null)
            {
                db.FrameworkVersions.Add(version);
                acts.Add(new TrailEntry("frameworks.load", null, null, null, new { Code = framework.Code.Value, framework.Version, version.Seal }));
            }
            else if (known != version.Seal)
            {
                problems.Add(new Problem("frameworks.changed-without-version", framework.Code.Value, framework.Code, framework.Version));
            }
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<IReadOnlyList<FrameworkLoaded>>(problems);
        }

        await TrailWriter.AppendAsync(db, actor, now, acts, cancel);
        return Outcome.Done<IReadOnlyList<FrameworkLoaded>>(loaded);
    }
}
