using Responsables.Domain.Accounts;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Kit;

/// <summary>Roles and grants in words.</summary>
internal static class Roles
{
    public static string Of(Role role) => T[$"kit.role.{role}"];

    public static string Of(Grant grant) => grant.Scope is { } scope ? T["kit.role.over", Of(grant.Role), scope] : Of(grant.Role);

    /// <summary>Whether the role is given over a body or fund, rather than over everything.</summary>
    public static bool HasScope(Role role) => role is Role.Contributor or Role.Director or Role.Coordinator;
}
