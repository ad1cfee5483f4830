Set-StrictMode -Version Latest

# Windows PowerShell does not load it by itself; PowerShell 7 has it, under another name.
if ($PSVersionTable.PSEdition -eq 'Desktop') { Add-Type -AssemblyName System.Security }

function Get-TqrsCredentialPath {
    <#
    .SYNOPSIS
        The file that keeps a credential, or the folder of all of them.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string] $DataPath,

        [string] $Name
    )

    $folder = Join-Path $DataPath 'credentials'
    if ($Name) { Join-Path $folder "$Name.dpapi" } else { $folder }
}

function Set-TqrsCredential {
    <#
    .SYNOPSIS
        Keeps a credential for the TQRS service.

    .DESCRIPTION
        The value is encrypted by Windows (DPAPI, for this machine) and written into a folder that only administrators, the system and the
        service may read. The service hands it to TQRS as an environment variable when it starts: restart it afterwards.

        The protection is that of the folder and of the machine: an administrator of this machine can get at the value; a copy
        of the file on another machine is worth nothing.

    .PARAMETER Name
        The name of the environment variable, such as OPENAI_API_KEY or TQRS_SERVE_TOKEN.

    .PARAMETER Value
        The value. Asked for without showing it where it is not given.

    .PARAMETER DataPath
        The data folder of the service.

    .PARAMETER ServiceName
        The name of the service.

    .EXAMPLE
        Set-TqrsCredential -Name OPENAI_API_KEY

        Asks for the key, and keeps it.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)]
        [ValidatePattern('^(OPENAI|TQRS)_[A-Z0-9_]{1,60}$')]
        [string] $Name,

        [Parameter(Mandatory, Position = 1)]
        [securestring] $Value,

        [ValidateNotNullOrEmpty()]
        [string] $DataPath = (Get-TqrsDefaultDataPath),

        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs'
    )

    if ($Value.Length -eq 0) { throw 'The value is empty. Clear-TqrsCredential takes a credential away.' }
    $path = Get-TqrsCredentialPath -DataPath $DataPath -Name $Name
    if (-not $PSCmdlet.ShouldProcess($Name, "Keep the credential in $path")) { return }

    Protect-TqrsFolder -Path (Get-TqrsCredentialPath -DataPath $DataPath) -ServiceName $ServiceName -ServiceRights 'ReadAndExecute'
    $plain = [Text.Encoding]::UTF8.GetBytes((New-Object System.Net.NetworkCredential('', $Value)).Password)
    try {
        $sealed = [Security.Cryptography.ProtectedData]::Protect(
            $plain, [Text.Encoding]::UTF8.GetBytes($Name), [Security.Cryptography.DataProtectionScope]::LocalMachine)
        [IO.File]::WriteAllBytes($path, $sealed)
    }
    finally {
        [Array]::Clear($plain, 0, $plain.Length)
    }
}

function Get-TqrsCredential {
    <#
    .SYNOPSIS
        Shows which credentials are kept for the TQRS service. No value is ever shown in full.

    .PARAMETER Name
        Only this one.

    .PARAMETER DataPath
        The data folder of the service.

    .EXAMPLE
        Get-TqrsCredential

        Name             Ends    SetAt
        ----             ----    -----
        OPENAI_API_KEY   ...k3Zq 2026-03-02 09:14:05
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Position = 0)]
        [ValidatePattern('^(OPENAI|TQRS)_[A-Z0-9_]{1,60}$')]
        [string] $Name,

        [ValidateNotNullOrEmpty()]
        [string] $DataPath = (Get-TqrsDefaultDataPath)
    )

    $folder = Get-TqrsCredentialPath -DataPath $DataPath
    if (-not (Test-Path -LiteralPath $folder)) { return }
    $files = Get-ChildItem -LiteralPath $folder -Filter '*.dpapi' -File | Sort-Object -Property BaseName
    if ($Name) { $files = $files | Where-Object { $_.BaseName -eq $Name } }
    foreach ($file in $files) {
        $value = Unprotect-TqrsCredential -Path $file.FullName
        # Four characters of a short value would be too much of it.
        $ends = if ($value.Length -ge 20) { "...$($value.Substring($value.Length - 4))" } else { "..." }
        [pscustomobject]@{ Name = $file.BaseName; Ends = $ends; SetAt = $file.LastWriteTime }
    }
}

function Clear-TqrsCredential {
    <#
    .SYNOPSIS
        Takes credentials of the TQRS service away.

    .PARAMETER Name
        Only this one. Not given: all of them.

    .PARAMETER DataPath
        The data folder of the service.

    .EXAMPLE
        Clear-TqrsCredential -Name OPENAI_API_KEY
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param(
        [Parameter(Position = 0)]
        [ValidatePattern('^(OPENAI|TQRS)_[A-Z0-9_]{1,60}$')]
        [string] $Name,

        [ValidateNotNullOrEmpty()]
        [string] $DataPath = (Get-TqrsDefaultDataPath)
    )

    $folder = Get-TqrsCredentialPath -DataPath $DataPath
    if (-not (Test-Path -LiteralPath $folder)) { return }
    $files = Get-ChildItem -LiteralPath $folder -Filter '*.dpapi' -File
    if ($Name) { $files = $files | Where-Object { $_.BaseName -eq $Name } }
    foreach ($file in $files) {
        if ($PSCmdlet.ShouldProcess($file.BaseName, 'Take the credential away')) { Remove-Item -LiteralPath $file.FullName }
    }
}

function Unprotect-TqrsCredential {
    <#
    .SYNOPSIS
        The value that a file keeps. For the launcher of the service.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string] $Path
    )

    $name = [IO.Path]::GetFileNameWithoutExtension($Path)
    $plain = [Security.Cryptography.ProtectedData]::Unprotect(
        [IO.File]::ReadAllBytes($Path),
        [Text.Encoding]::UTF8.GetBytes($name),
        [Security.Cryptography.DataProtectionScope]::LocalMachine)
    try {
        [Text.Encoding]::UTF8.GetString($plain)
    }
    finally {
        [Array]::Clear($plain, 0, $plain.Length)
    }
}
