Set-StrictMode -Version Latest

function Get-TqrsDefaultDataPath {
    <#
    .SYNOPSIS
        The folder that the service keeps its data in where nobody names another one.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    Join-Path ([Environment]::GetFolderPath('CommonApplicationData')) 'Tqrs'
}

function Protect-TqrsFolder {
    <#
    .SYNOPSIS
        Makes a folder that administrators, the system and the service may use, and nobody else.

    .DESCRIPTION
        Accounts are named by their SIDs, which are the same in every language of Windows. A service that is not installed yet
        is given its rights when it is.

    .PARAMETER Path
        The folder. It is made where it is missing.

    .PARAMETER ServiceName
        The service whose account gets rights.

    .PARAMETER ServiceRights
        What the service may do there.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [string] $ServiceName,

        [Parameter(Mandatory)]
        [System.Security.AccessControl.FileSystemRights] $ServiceRights
    )

    if (-not $PSCmdlet.ShouldProcess($Path, 'Make the folder, and shut it to others')) { return }
    $null = New-Item -ItemType Directory -Path $Path -Force

    $acl = New-Object System.Security.AccessControl.DirectorySecurity
    # Nothing is inherited from the folders above, where everybody may read.
    $acl.SetAccessRuleProtection($true, $false)
    $administrators = New-Object System.Security.Principal.SecurityIdentifier 'S-1-5-32-544'
    $system = New-Object System.Security.Principal.SecurityIdentifier 'S-1-5-18'
    $grants = @(
        @{ Who = $administrators; What = [System.Security.AccessControl.FileSystemRights]::FullControl }
        @{ Who = $system; What = [System.Security.AccessControl.FileSystemRights]::FullControl }
    )
    if (Get-Service -Name $ServiceName -ErrorAction SilentlyContinue) {
        $account = New-Object System.Security.Principal.NTAccount "NT SERVICE\$ServiceName"
        $grants += @{ Who = $account.Translate([System.Security.Principal.SecurityIdentifier]); What = $ServiceRights }
    }
    foreach ($grant in $grants) {
        $rule = New-Object System.Security.AccessControl.FileSystemAccessRule(
            $grant.Who, $grant.What, 'ContainerInherit, ObjectInherit', 'None', 'Allow')
        $acl.AddAccessRule($rule)
    }
    Set-Acl -LiteralPath $Path -AclObject $acl
}
