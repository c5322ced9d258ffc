using System.Globalization;
using Microsoft.Extensions.Primitives;
using Responsables.App.Reviews;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Reviews;

/// <summary>What the desk shows, as it stands in its address, and back.</summary>
internal static class DeskAddress
{
    /// <summary>Value of the state filter for the submissions with something to review.</summary>
    public const string Waiting = "a-examiner";

    private const string Yes = "oui";

    public static DeskRequest Of(int? year, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var asked = query.ToDictionary(q => q.Key, q => q.Value.ToString().Trim());
        var state = asked.GetValueOrDefault("etat");
        return new DeskRequest
        {
            Year = year,
            State = Enum.TryParse<SubmissionState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            Waiting = state == Waiting,
            Late = asked.GetValueOrDefault("retard") == Yes,
            FirstLooks = asked.GetValueOrDefault("regarder") == Yes,
            MovedFar = asked.GetValueOrDefault("varie") == Yes,
            News = asked.GetValueOrDefault("nouveau") == Yes,
            Branch = asked.GetValueOrDefault("branche"),
            Network = asked.GetValueOrDefault("reseau"),
            Region = asked.GetValueOrDefault("region"),
            Department = asked.GetValueOrDefault("departement"),
            Text = asked.GetValueOrDefault("nom"),
            Sort = asked.GetValueOrDefault("tri") is { Length: > 0 } sort ? sort : null,
            Page = int.TryParse(asked.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
    }

    /// <summary>The same in an address: what is asked and nothing else, without the year nor the page; empty when everything is shown as usual.</summary>
    public static string QueryOf(DeskRequest request)
    {
        (string Name, string? Value)[] parts =
        [
            ("etat", StateOf(request)), ("retard", YesIf(request.Late)), ("regarder", YesIf(request.FirstLooks)), ("varie", YesIf(request.MovedFar)),
            ("nouveau", YesIf(request.News)), ("branche", request.Branch), ("reseau", request.Network), ("region", request.Region),
            ("departement", request.Department), ("nom", request.Text), ("tri", request.Sort),
        ];
        return QueryString.Create(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
    }

    /// <summary>Value of the state filter.</summary>
    public static string? StateOf(DeskRequest request) => request.Waiting ? Waiting : request.State?.ToString();

    private static string? YesIf(bool asked) => asked ? Yes : null;
}
