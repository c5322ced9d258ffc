using System.Security.Cryptography;
using System.Text;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;

namespace Responsables.App.Demonstration;

/// <summary>Who acts in the demonstration: offices that exist nowhere and say so. None of them has an account.</summary>
internal static class DemonstrationPeople
{
    public static Actor Contributor(Place place) => Person($"Référent RSO, {place.ShortName}", new Grant(Role.Contributor, place.Code));

    public static Actor Director(Dossier dossier) => Person($"Direction, {dossier.Place.ShortName}", new Grant(Role.Director, dossier.Place.Code));

    /// <summary>The coordination of the fund above; the federation's for the bodies that it reviews itself.</summary>
    public static Actor Reviewer(Place place, OrganizationTree tree) =>
        tree.Root.Code == place.Reviewer
            ? Federation
            : Person($"Coordination nationale, {tree.Find(place.Reviewer)!.ShortName}", new Grant(Role.Coordinator, place.Reviewer));

    public static Actor Federation { get; } = Person("Fédération", new Grant(Role.Federation, null));

    private static Actor Person(string office, Grant grant)
    {
        var name = office.Contains("démonstration", StringComparison.Ordinal) ? office : office + Wording.Label;
        return new Actor(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), name, [grant], IsCommand: false);
    }
}
