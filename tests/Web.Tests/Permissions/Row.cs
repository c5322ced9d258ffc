using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Permissions;

internal enum Answer
{
    Allowed,
    SignIn,
    Forbidden,
    Missing,
}

/// <summary>One request that an endpoint may get: the address filled in, what is posted, and who is let in to this very thing.</summary>
internal sealed record Target(string Path, Func<Person, bool> IsOpenTo, params (string Name, string Value)[] Fields)
{
    public static bool Everyone(Person who) => true;

    public static bool Nobody(Person who) => false;
}

/// <summary>An endpoint as the table has it: <c>GET /dossiers/{id:guid}</c>, what it needs, what is asked of it.</summary>
internal sealed record Row(string Endpoint, Permission Needs, IReadOnlyList<Target> Targets)
{
    public string Method => Endpoint.Split(' ')[0];

    public bool IsGet => Method == "GET";

    /// <summary>The whole rule: signed in, then the table, then the scope.</summary>
    public Answer Expected(Person who, Target target)
    {
        if (Needs == Permission.Anonymous)
        {
            return target.IsOpenTo(who) ? Answer.Allowed : Answer.Missing;
        }

        if (!who.IsSignedIn)
        {
            return Answer.SignIn;
        }

        return who.ReachOf(Needs) == Reach.None ? Answer.Forbidden : target.IsOpenTo(who) ? Answer.Allowed : Answer.Missing;
    }

    /// <summary>What an answer of the site amounts to; null when it is none of them.</summary>
    public static Answer? Read(Screen screen) => screen.Status switch
    {
        302 when screen.Location!.StartsWith("/connexion?retour=", StringComparison.Ordinal) => Answer.SignIn,
        403 => Answer.Forbidden,
        404 => Answer.Missing,
        // Let in, then done, shown again with its faults, or stale.
        200 or 303 or 409 or 422 => Answer.Allowed,
        _ => null,
    };
}
