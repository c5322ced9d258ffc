using System.Globalization;
using Responsables.App.Accounts;
using Responsables.App.Outbox;
using Responsables.Domain.Accounts;

namespace Responsables.App.Submissions;

/// <summary>What is told to whoever is assigned questions: by a link when they have no account of the body yet. What was written to them is quoted.</summary>
internal static class AssignmentNews
{
    public static Happening Of(Dossier dossier, Actor actor, Assignment row) => new(
        MessageKind.Act, row.Message is null ? "assigned" : "assigned-note", dossier.Place, Audience.None, $"/dossiers/{row.SubmissionId}", [.. Said(dossier, actor, row)])
    {
        Also = [row.AccountId!.Value],
    };

    public static LinkToSend LinkOf(Dossier dossier, Actor actor, Assignment row, Invitation link, LinkToken token) => new(
        row.Message is null ? "invitation-questions" : "invitation-questions-note", link.Email, "/invitation/", token.Text, row.Organization,
        [MessagePayload.Of(link.ExpiresAt), .. Said(dossier, actor, row)]);

    private static IEnumerable<string> Said(Dossier dossier, Actor actor, Assignment row)
    {
        yield return actor.Name;
        yield return dossier.Place.ShortName;
        yield return dossier.Campaign.Year.ToString(CultureInfo.InvariantCulture);
        if (row.Message is { } message)
        {
            yield return "> " + message.Replace("\n", "\n> ", StringComparison.Ordinal);
        }
    }
}
