using System.Globalization;
using Microsoft.Extensions.Primitives;
using Responsables.App.Quality;
using Responsables.Domain.Quality;

namespace Responsables.Web.Quality;

/// <summary>What the quality desk shows, as it stands in its address, and back.</summary>
internal static class AnomalyAddress
{
    /// <summary>Value of the state filter for every state.</summary>
    public const string Whole = "tout";

    private const string Yes = "oui";

    public static string Rules(int year) => $"/qualite/{year}/regles";

    public static AnomalyRequest Of(int? year, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var asked = query.ToDictionary(q => q.Key, q => q.Value.ToString().Trim());
        string? Text(string name) => asked.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
        return new AnomalyRequest
        {
            Year = year,
            State = Enum.TryParse<AnomalyState>(Text("etat"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            IsWhole = Text("etat") == Whole,
            IsLate = Text("retard") == Yes,
            Rule = Text("regle"),
            Severity = Enum.TryParse<AnomalySeverity>(Text("gravite"), ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null,
            Branch = Text("branche"),
            Network = Text("reseau"),
            Organization = Text("organisme"),
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
    }

    /// <summary>The same in an address, without the year nor the page; empty when everything is shown as usual.</summary>
    public static string QueryOf(AnomalyRequest request)
    {
        (string Name, string? Value)[] parts =
        [
            ("etat", StateOf(request)), ("retard", request.IsLate ? Yes : null), ("regle", request.Rule), ("gravite", request.Severity?.ToString()), ("branche", request.Branch),
            ("reseau", request.Network), ("organisme", request.Organization),
        ];
        return QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }

    public static string? StateOf(AnomalyRequest request) => request.IsWhole ? Whole : request.State?.ToString();
}
