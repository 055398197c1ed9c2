@echo off
rem Runs Slipway on Windows: the native executable beside this file, else the jar, or the one that 'mvn package' makes in a
rem source checkout. SLIPWAY_NATIVE=off runs the jar, even if there is an executable. Not tried on Windows yet.
setlocal
if /i "%SLIPWAY_NATIVE%"=="off" goto jar
if exist "%~dp0..\pom.xml" goto jar
set "NATIVE=%~dp0slipway-native.exe"
if not exist "%NATIVE%" set "NATIVE=%~dp0..\lib\slipway-native.exe"
if not exist "%NATIVE%" goto jar
"%NATIVE%" %*
exit /b %ERRORLEVEL%
:jar
set "JAR=%~dp0slipway.jar"
if not exist "%JAR%" set "JAR=%~dp0..\lib\slipway.jar"
if not exist "%JAR%" set "JAR=%~dp0..\target\slipway.jar"
if not exist "%JAR%" (
  echo slipway: there is no slipway.jar; in a source checkout, 'mvn package' makes it 1>&2
  exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%JAR%" %*
exit /b %ERRORLEVEL%
