using System.Globalization;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>Comparing two versions of a framework, or two frameworks.</summary>
internal static class ComparisonActs
{
    private const char Separator = '@';

    /// <param name="de">The first one, as <c>code@version</c>; by default what came before the latest.</param>
    /// <param name="vers">The second one.</param>
    public static async Task<IResult> ShowAsync(string? de, string? vers, FrameworkQuery query, CancellationToken cancel)
    {
        var all = (await query.AllAsync(cancel)).SelectMany(v => v.Versions).ToList();
        var before = await FindAsync(de ?? all.Skip(1).Select(NameOf).FirstOrDefault(), query, cancel);
        var after = await FindAsync(vers ?? all.Select(NameOf).FirstOrDefault(), query, cancel);
        return (before is null && de is not null) || (after is null && vers is not null)
            ? Page.Missing()
            : Page.Of<ComparisonPage>(new { Versions = all, Before = before, After = after });
    }

    /// <summary>A version as it stands in an address.</summary>
    public static string NameOf(KnownVersion version) => NameOf(version.Code, version.Version);

    public static string NameOf(FrameworkCode code, int version) => string.Create(CultureInfo.InvariantCulture, $"{code}{Separator}{version}");

    private static async Task<Framework?> FindAsync(string? name, FrameworkQuery query, CancellationToken cancel) =>
        name?.Split(Separator) is [var code, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var version)
            ? (await query.FindAsync(new FrameworkCode(code), version, cancel))?.Framework
            : null;
}
