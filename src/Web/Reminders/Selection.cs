using Microsoft.AspNetCore.WebUtilities;
using Responsables.App.Submissions;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Reminders;

/// <summary>Some dossiers of a campaign as they stand in an address: the same for following and for reminding.</summary>
internal static class Selection
{
    public const string Situation = "situation";
    public const string Branch = "branche";
    public const string Network = "reseau";
    public const string Region = "region";
    public const string Size = "taille";
    public const string Late = "retard";

    public static SubmissionFilter Of(IQueryCollection query) => new()
    {
        Situation = ChoiceOf<DossierSituation>(query[Situation]),
        Branch = Text(query[Branch]),
        Network = Text(query[Network]),
        Region = Text(query[Region]),
        Size = ChoiceOf<SizeClass>(query[Size]),
        IsLate = query[Late] == "oui",
    };

    /// <summary>The address of a page with this selection.</summary>
    public static string Url(string page, SubmissionFilter filter) => QueryHelpers.AddQueryString(
        page,
        new Dictionary<string, string?>
        {
            [Situation] = filter.Situation?.ToString(), [Branch] = filter.Branch, [Network] = filter.Network, [Region] = filter.Region, [Size] = filter.Size?.ToString(),
            [Late] = filter.IsLate ? "oui" : null,
        }.Where(p => p.Value is not null));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static TChoice? ChoiceOf<TChoice>(string? text)
        where TChoice : struct, Enum => Enum.TryParse<TChoice>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
