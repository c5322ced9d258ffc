using System.Globalization;
using Responsables.App.Outbox;
using Responsables.Domain.Accounts;

namespace Responsables.App.Submissions;

/// <summary>What is told of an act on a dossier: which one, by whom, and its page.</summary>
internal static class DossierNews
{
    /// <param name="code">Beginning of the keys of its texts: {0} the body, {1} the year, {2} who, then the arguments.</param>
    public static Happening Of(Dossier dossier, string code, Audience to, Actor actor, MessageKind kind = MessageKind.Act, string? path = null, params string[] arguments) => new(
        kind, code, dossier.Place, to, path ?? $"/dossiers/{dossier.Submission.Id}",
        [dossier.Place.ShortName, dossier.Campaign.Year.ToString(CultureInfo.InvariantCulture), actor.Name, .. arguments]);
}
