using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Responsables.Domain.Campaigns;
using Responsables.Domain.Shared;

namespace Responsables.App.Texts;

/// <summary>The sentence of a problem, in the reader's language: from the resources of the room that begins its code.</summary>
public static class ProblemTexts
{
    private static readonly ConcurrentDictionary<string, ResourceManager?> Rooms = new();

    /// <summary>The sentence; the code itself when nobody wrote one.</summary>
    public static string Of(Problem problem) => Find(problem.Code) is { } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence, [.. problem.Arguments.Select(Local)])
        : problem.Code;

    /// <summary>The sentence with its places still open; null when nobody wrote one.</summary>
    public static string? Find(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 ? null : Rooms.GetOrAdd(code[..dot], Open)?.GetString(code, CultureInfo.CurrentUICulture);
    }

    // Instants are told in the zone of the campaigns.
    private static object? Local(object? argument) =>
        argument is DateTimeOffset instant ? TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Deadline.Paris)) : argument;

    private static ResourceManager? Open(string prefix)
    {
        var room = char.ToUpperInvariant(prefix[0]) + prefix[1..];
        var name = $"Responsables.App.{room}.{room}Problems";
        var assembly = typeof(ProblemTexts).Assembly;
        return assembly.GetManifestResourceInfo(name + ".resources") is null ? null : new ResourceManager(name, assembly);
    }
}
